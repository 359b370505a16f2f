package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
)

// From a range for documentation: no lab has it, and the API server refuses to announce a loopback address.
var seedSettings = settings{Environment: "seed", Role: roleControlPlane, Name: "seed", Address: "192.0.2.1"}

// runSeed runs a control plane once while the image is built, in the image's root, so that every cluster starts with the
// some hundred objects that Kubernetes makes for itself: their writing is half of a first boot. The keys with which it
// ran are thrown away, and the first boot makes its own as every copy does.
func runSeed([]string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	if err := createControlPlane(seedSettings); err != nil {
		return err
	}
	var running []*exec.Cmd
	// Youngest first: the API server takes its own address out of etcd when it stops.
	stop := func() {
		for i := len(running) - 1; i >= 0; i-- {
			running[i].Process.Signal(syscall.SIGTERM)
			running[i].Wait()
		}
		running = nil
	}
	defer stop()
	for _, unit := range []string{"etcd", "kube-apiserver", "kube-controller-manager"} {
		command, err := unitCommand("/etc/systemd/system/" + unit + ".service")
		if err != nil {
			return err
		}
		command.Stderr = os.Stderr
		if err := command.Start(); err != nil {
			return err
		}
		running = append(running, command)
	}
	if err := seedObjects(ctx); err != nil {
		return err
	}
	stop()
	for _, pattern := range []string{"/pki", "/*.conf", "/server", "/Corefile"} {
		made, err := filepath.Glob(kubernetesFiles + pattern)
		if err != nil {
			return err
		}
		for _, path := range made {
			if err := os.RemoveAll(path); err != nil {
				return err
			}
		}
	}
	return nil
}

func seedObjects(ctx context.Context) error {
	config, err := loadAdminConfig()
	if err != nil {
		return err
	}
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	if err := waitForAPI(ctx, client); err != nil {
		return fmt.Errorf("the API server did not start: %w", err)
	}
	if err := applyManifests(ctx, config, systemObjects(seedSettings.Address)); err != nil {
		return err
	}
	for {
		accounts, err := client.CoreV1().ServiceAccounts("").List(ctx, metav1.ListOptions{})
		if err != nil {
			return err
		}
		// One for each namespace that Kubernetes makes: default and three of its own.
		if len(accounts.Items) >= 4 {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("the service accounts did not appear: %w", ctx.Err())
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// unitCommand is the command of a unit's ExecStart, with its Environment, as systemd would run it.
func unitCommand(path string) (*exec.Cmd, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var command *exec.Cmd
	environment := os.Environ()
	for line := range strings.Lines(strings.ReplaceAll(string(content), "\\\n", " ")) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		switch key {
		case "ExecStart":
			words := strings.Fields(strings.ReplaceAll(value, "${NODE_ADDRESS}", seedSettings.Address))
			command = exec.Command(words[0], words[1:]...)
		case "Environment":
			environment = append(environment, strings.Fields(value)...)
		}
	}
	if command == nil {
		return nil, fmt.Errorf("%s has no ExecStart", path)
	}
	command.Env = environment
	return command, nil
}
