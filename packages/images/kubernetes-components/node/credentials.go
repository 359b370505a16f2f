package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

const (
	authorityFile           = kubernetesFiles + "/pki/ca"
	frontProxyAuthorityFile = kubernetesFiles + "/pki/front-proxy-ca"
	// Where the API server is, as this node reaches it.
	serverFile  = kubernetesFiles + "/server"
	adminConfig = kubernetesFiles + "/admin.conf"
	agentConfig = kubernetesFiles + "/labcast-agent.conf"
)

// credentials is all that a worker needs to be part of a cluster: what `issue` prints and `join` reads.
type credentials struct {
	Environment string  `json:"environment"`
	Name        string  `json:"name"`
	Server      string  `json:"server"`
	Authority   []byte  `json:"authority"`
	Kubelet     keyPair `json:"kubelet"`
	Proxy       keyPair `json:"proxy"`
	Agent       keyPair `json:"agent"`
}

// issueNode makes the credentials of any node. Only the control plane holds the authority that can.
func issueNode(from *authority, of settings, server string) (credentials, error) {
	result := credentials{Environment: of.Environment, Name: of.Name, Server: server, Authority: from.pair.Certificate}
	var err error
	if result.Kubelet, err = from.issue(subject{
		commonName: "system:node:" + of.Name, organization: "system:nodes",
		names: []string{of.Name}, addresses: []string{of.Address},
	}); err != nil {
		return result, err
	}
	if result.Proxy, err = from.issue(subject{commonName: "system:kube-proxy"}); err != nil {
		return result, err
	}
	result.Agent, err = from.issue(subject{commonName: "labcast:node:" + of.Name, organization: "labcast:nodes"})
	return result, err
}

func (c credentials) write() error {
	if err := writeFile(authorityFile+".crt", c.Authority, 0o644); err != nil {
		return err
	}
	if err := writeFile(serverFile, []byte(c.Server), 0o644); err != nil {
		return err
	}
	if err := writePair(kubernetesFiles+"/pki/kubelet", c.Kubelet); err != nil {
		return err
	}
	for file, user := range map[string]keyPair{
		"kubelet.conf": c.Kubelet, "kube-proxy.conf": c.Proxy, "labcast-agent.conf": c.Agent,
	} {
		if err := writeKubeconfig(filepath.Join(kubernetesFiles, file), c.Server, c.Authority, user, 0o600); err != nil {
			return err
		}
	}
	return nil
}

func runIssue(arguments []string) error {
	if len(arguments) != 2 {
		return fmt.Errorf("give the worker's name and its address")
	}
	address, err := netip.ParseAddr(arguments[1])
	if err != nil {
		return err
	}
	self, err := readSettings()
	if err != nil {
		return err
	}
	from, err := loadAuthority(authorityFile)
	if err != nil {
		return fmt.Errorf("this is not a control plane that has started: %w", err)
	}
	worker := settings{Environment: self.Environment, Name: arguments[0], Address: address.String()}
	issued, err := issueNode(from, worker, serverURL(self.Address))
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(issued)
}

// runJoin stores the credentials and starts what needs them. Joining again with new ones is allowed.
func runJoin([]string) error {
	input, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	var received credentials
	if err := json.Unmarshal(input, &received); err != nil {
		return fmt.Errorf("expected the output of `labcast-node issue` on standard input: %w", err)
	}
	self, err := readSettings()
	if err != nil {
		return err
	}
	if received.Environment != self.Environment || received.Name != self.Name {
		return fmt.Errorf("these credentials are for node %s of environment %s; this is %s of %s",
			received.Name, received.Environment, self.Name, self.Environment)
	}
	// Before that the boot may still throw away what an earlier life of this machine left.
	if err := retry(func() error { _, err := os.Stat(nodeEnvironmentFile); return err }); err != nil {
		return fmt.Errorf("this machine was not prepared; `systemctl status labcast-prepare` says why: %w", err)
	}
	if err := received.write(); err != nil {
		return err
	}
	if err := writeNodeEnvironment(self); err != nil {
		return err
	}
	return retry(restartNode)
}

// retry tries until it works, for as long as a machine may take to boot.
func retry(work func() error) error {
	deadline := time.Now().Add(30 * time.Second)
	for {
		err := work()
		if err == nil || time.Now().After(deadline) {
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
}

func restartNode() error {
	output, err := exec.Command("systemctl", "restart", "--no-block",
		"kubelet.service", "kube-proxy.service", "labcast-agent.service").CombinedOutput()
	if err != nil {
		return fmt.Errorf("systemctl: %s", output)
	}
	return nil
}

func serverURL(address string) string { return fmt.Sprintf("https://%s:%d", address, apiPort) }

func writeKubeconfig(path, server string, ca []byte, user keyPair, mode os.FileMode) error {
	encode := base64.StdEncoding.EncodeToString
	content := fmt.Sprintf(`apiVersion: v1
kind: Config
clusters: [{name: lab, cluster: {server: "%s", certificate-authority-data: %s}}]
users: [{name: user, user: {client-certificate-data: %s, client-key-data: %s}}]
contexts: [{name: lab, context: {cluster: lab, user: user}}]
current-context: lab
`, server, encode(ca), encode(user.Certificate), encode(user.Key))
	return writeFile(path, []byte(content), mode)
}

func writePair(path string, pair keyPair) error {
	if err := writeFile(path+".crt", pair.Certificate, 0o644); err != nil {
		return err
	}
	return writeFile(path+".key", pair.Key, 0o600)
}

// writeFile replaces a file as a whole, so that a kill in the middle leaves the old one or none.
func writeFile(path string, content []byte, mode os.FileMode) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	temporary := path + ".new"
	if err := os.WriteFile(temporary, content, mode); err != nil {
		return err
	}
	// WriteFile keeps the mode of a file that a killed attempt left.
	if err := os.Chmod(temporary, mode); err != nil {
		return err
	}
	return os.Rename(temporary, path)
}
