package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"time"

	"golang.org/x/sys/unix"
)

// runPrepare runs once at each boot, before all services of the node, and tries until it works: a full disk, say, passes,
// and services whose preparation was given up would not start by themselves afterwards.
func runPrepare([]string) error {
	for {
		err := prepare()
		if err == nil {
			return os.RemoveAll(problemFile)
		}
		fmt.Fprintln(os.Stderr, "trying again in a second:", err)
		// In memory, so there is room for it.
		if err := writeFile(problemFile, []byte(err.Error()), 0o644); err != nil {
			return err
		}
		time.Sleep(time.Second)
	}
}

func prepare() error {
	wanted, err := readSettings()
	if err != nil {
		return err
	}
	if err := prepareKernel(); err != nil {
		return err
	}
	if err := ensureIdentity(wanted); err != nil {
		return err
	}
	// In a lab without a gateway nobody wrote it, and pods are refused as long as it is missing.
	if _, err := os.Stat(resolverFile); errors.Is(err, fs.ErrNotExist) {
		if err := writeFile(resolverFile, nil, 0o644); err != nil {
			return err
		}
	}
	if wanted.Role == roleControlPlane {
		if err := writeCorefile(wanted); err != nil {
			return err
		}
		// The first node always gets the first range, so it need not wait to be told.
		if _, err := os.Stat(networkConfig); errors.Is(err, fs.ErrNotExist) {
			if err := ensureNetworkConfig(firstPodRange); err != nil {
				return err
			}
		}
	}
	if err := writeNodeEnvironment(wanted); err != nil {
		return err
	}
	return writeFile(bootFile, nil, 0o644)
}

// writeNodeEnvironment writes what the units of the node's services read.
func writeNodeEnvironment(self settings) error {
	names := fmt.Sprintf("NODE_NAME=%s\nNODE_ADDRESS=%s\n", self.Name, self.Address)
	if err := writeFile(nodeEnvironmentFile, []byte(names), 0o644); err != nil {
		return err
	}
	server, err := os.ReadFile(serverFile)
	if errors.Is(err, fs.ErrNotExist) {
		// A worker that has not joined, and starts nothing that would need it.
		return nil
	} else if err != nil {
		return err
	}
	return writeFile(awaitEnvironmentFile, fmt.Appendf(nil, "LABCAST_AWAIT=%s%s\n", server, healthPath), 0o644)
}

func prepareKernel() error {
	// Volumes that the kubelet mounts must appear in containers that already run.
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_SHARED, ""); err != nil {
		return fmt.Errorf("share the root mount: %w", err)
	}
	if err := os.WriteFile("/proc/sys/net/ipv4/ip_forward", []byte("1"), 0o644); err != nil {
		return err
	}
	return ensureCgroups()
}

// ensureIdentity makes the node of a copied environment a cluster of its own: nobody who holds a credential of the
// original gets in, and the other way round. The cluster's objects stay. Names and machine id are the base image's part.
func ensureIdentity(wanted settings) error {
	if remembered, err := os.ReadFile(rememberedFile); err == nil {
		var last settings
		if json.Unmarshal(remembered, &last) == nil && last == wanted {
			return nil
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	// Forgotten first and remembered last: a kill in between does it all again.
	for _, path := range []string{rememberedFile, serverFile, kubernetesFiles + "/pki", "/var/lib/kubelet/pki"} {
		if err := os.RemoveAll(path); err != nil {
			return err
		}
	}
	kubeconfigs, err := filepath.Glob(kubernetesFiles + "/*.conf")
	if err != nil {
		return err
	}
	for _, path := range kubeconfigs {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	// A worker waits for `labcast-node join`.
	if wanted.Role == roleControlPlane {
		if err := createControlPlane(wanted); err != nil {
			return err
		}
	}
	content, err := json.Marshal(wanted)
	if err != nil {
		return err
	}
	return writeFile(rememberedFile, content, 0o644)
}

// createControlPlane makes the certificate authorities and all that they sign.
func createControlPlane(self settings) error {
	ca, err := newAuthority("kubernetes")
	if err != nil {
		return err
	}
	// Only certificates of this one may speak for others, as aggregated API servers (metrics-server) need it.
	frontProxy, err := newAuthority("front-proxy")
	if err != nil {
		return err
	}
	for path, made := range map[string]*authority{authorityFile: ca, frontProxyAuthorityFile: frontProxy} {
		if err := writePair(path, made.pair); err != nil {
			return err
		}
	}
	private, public, err := newSigningKey()
	if err != nil {
		return err
	}
	if err := writeFile(kubernetesFiles+"/pki/sa.key", private, 0o600); err != nil {
		return err
	}
	if err := writeFile(kubernetesFiles+"/pki/sa.pub", public, 0o644); err != nil {
		return err
	}
	for _, server := range []struct {
		file string
		from *authority
		to   subject
	}{
		{"apiserver", ca, subject{
			commonName: "kube-apiserver",
			names: []string{
				"kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local",
				"localhost", self.Name,
			},
			addresses: []string{"127.0.0.1", self.Address, apiServiceIP},
		}},
		{"apiserver-kubelet-client", ca, subject{commonName: "kube-apiserver-kubelet-client", organization: "system:masters"}},
		{"front-proxy-client", frontProxy, subject{commonName: "front-proxy-client"}},
	} {
		pair, err := server.from.issue(server.to)
		if err != nil {
			return err
		}
		if err := writePair(kubernetesFiles+"/pki/"+server.file, pair); err != nil {
			return err
		}
	}
	local := serverURL("127.0.0.1")
	for _, client := range []struct {
		file, server string
		to           subject
	}{
		// The node's address, so that the file also works from another machine of the lab.
		{"admin", serverURL(self.Address), subject{commonName: "admin", organization: "system:masters"}},
		{"kube-controller-manager", local, subject{commonName: "system:kube-controller-manager", organization: "system:masters"}},
		{"kube-scheduler", local, subject{commonName: "system:kube-scheduler"}},
		{"coredns", local, subject{commonName: "labcast:coredns"}},
	} {
		pair, err := ca.issue(client.to)
		if err != nil {
			return err
		}
		path := kubernetesFiles + "/" + client.file + ".conf"
		if err := writeKubeconfig(path, client.server, ca.pair.Certificate, pair, 0o600); err != nil {
			return err
		}
	}
	if err := shareAdminConfig(); err != nil {
		return err
	}
	node, err := issueNode(ca, self, local)
	if err != nil {
		return err
	}
	return node.write()
}

// shareAdminConfig lets the lab's user work with kubectl: it is the student's own cluster.
func shareAdminConfig() error {
	group, err := user.LookupGroup("student")
	if err != nil {
		return nil
	}
	id, err := strconv.Atoi(group.Gid)
	if err != nil {
		return err
	}
	if err := os.Chown(adminConfig, 0, id); err != nil {
		return err
	}
	return os.Chmod(adminConfig, 0o640)
}

// writeCorefile tells CoreDNS where to ask for other names than the cluster's: the lab's gateway.
func writeCorefile(self settings) error {
	upstream, err := os.ReadFile(resolverFile)
	if err != nil {
		return err
	}
	forward := ""
	// Without any server to ask, `forward` would keep CoreDNS from starting.
	if bytes.Contains(append([]byte("\n"), upstream...), []byte("\nnameserver ")) {
		forward = "    forward . /etc/resolv.conf\n"
	}
	corefile := fmt.Sprintf(`.:%d {
    bind %s
    errors
    kubernetes cluster.local in-addr.arpa ip6.arpa {
        kubeconfig %s/coredns.conf
        pods insecure
        fallthrough in-addr.arpa ip6.arpa
    }
%s    cache 30
}
`, dnsPort, self.Address, kubernetesFiles, forward)
	return writeFile(kubernetesFiles+"/Corefile", []byte(corefile), 0o644)
}
