package main

import (
	"bytes"
	"fmt"
	"net/netip"
	"os"
	"strings"
)

const (
	roleControlPlane = "control-plane"
	roleWorker       = "worker"

	podNetwork      = "10.42.0.0/16"
	firstPodRange   = "10.42.0.0/24"
	serviceNetwork  = "10.43.0.0/16"
	apiServiceIP    = "10.43.0.1"
	dnsServiceIP    = "10.43.0.10"
	dnsPort         = 10053
	apiPort         = 6443
	kubernetesFiles = "/etc/kubernetes"
	resolverFile    = "/etc/resolv.conf"
	rememberedFile  = "/var/lib/labcast/node.json"
	// Gone with the machine's run-time files at each stop.
	nodeEnvironmentFile  = "/run/labcast/node.env"
	awaitEnvironmentFile = "/run/labcast/await.env"
	// Its time is when this boot began.
	bootFile = "/run/labcast/boot"
	// Why this boot is not prepared yet.
	problemFile = "/run/labcast/problem"
)

// healthPath answers with 200 as soon as the API server can be worked with. Two of its start-up hooks are left out: they
// make objects that every cluster of ours begins with, and always take a second.
const healthPath = "/healthz?exclude=poststarthook/rbac/bootstrap-roles" +
	"&exclude=poststarthook/scheduling/bootstrap-system-priority-classes"

// settings is what the engine says about this node, in the environment of PID 1.
type settings struct {
	Environment string `json:"environment"`
	Role        string `json:"role"`
	Name        string `json:"name"`
	// Address of the first device, without its prefix: the one that the cluster uses.
	Address string `json:"address"`
}

func readSettings() (settings, error) {
	block, err := os.ReadFile("/proc/1/environ")
	if err != nil {
		return settings{}, err
	}
	return parseSettings(block)
}

// parseSettings reads the NUL-separated block that the kernel shows as a process's environment.
func parseSettings(block []byte) (settings, error) {
	values := map[string]string{}
	for entry := range bytes.SplitSeq(block, []byte{0}) {
		if key, value, found := strings.Cut(string(entry), "="); found {
			values[key] = value
		}
	}
	found := settings{
		Environment: values["LABCAST_ENVIRONMENT"],
		Role:        values["LABCAST_NODE_ROLE"],
		Name:        values["LABCAST_NODE_NAME"],
	}
	if found.Environment == "" || found.Name == "" {
		return found, fmt.Errorf("LABCAST_ENVIRONMENT and LABCAST_NODE_NAME must be set on the instance")
	}
	if found.Role != roleControlPlane && found.Role != roleWorker {
		return found, fmt.Errorf("LABCAST_NODE_ROLE is %q; it must be %s or %s", found.Role, roleControlPlane, roleWorker)
	}
	// eth0,10.10.0.10/24,10.10.0.1;eth1,...
	first, _, _ := strings.Cut(values["LABCAST_ADDRESSES"], ";")
	fields := strings.Split(first, ",")
	if len(fields) < 2 {
		return found, fmt.Errorf("LABCAST_ADDRESSES is %q; it must begin with DEVICE,ADDRESS/PREFIX", values["LABCAST_ADDRESSES"])
	}
	prefix, err := netip.ParsePrefix(fields[1])
	if err != nil {
		return found, fmt.Errorf("LABCAST_ADDRESSES: %w", err)
	}
	found.Address = prefix.Addr().String()
	return found, nil
}
