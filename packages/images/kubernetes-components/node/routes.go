package main

import (
	"fmt"
	"log"
	"net"
	"os"
	"os/exec"
	"strings"

	"github.com/vishvananda/netlink"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/client-go/tools/cache"
)

const networkConfig = "/etc/cni/net.d/10-labcast.conflist"

// routeProtocol marks the routes that are ours in the kernel's table, so that those of departed nodes can be removed.
const routeProtocol = 76

// startRoutes follows the nodes: this one's own pod addresses go into the CNI configuration, the others' into routes.
// All nodes share one network segment, so plain routes are all that pods need to reach each other.
func (a *agent) startRoutes() {
	nodes := a.informers.Core().V1().Nodes()
	update := func(any) {
		for _, node := range nodes.Informer().GetStore().List() {
			if err := a.connectNode(node.(*corev1.Node)); err != nil {
				log.Print("routes: ", err)
			}
		}
	}
	nodes.Informer().AddEventHandler(cache.FilteringResourceEventHandler{
		FilterFunc: func(object any) bool { _, isNode := object.(*corev1.Node); return isNode },
		Handler: cache.ResourceEventHandlerFuncs{
			AddFunc: update,
			UpdateFunc: func(before, after any) {
				if nodeChanged(before.(*corev1.Node), after.(*corev1.Node)) {
					update(after)
				}
			},
			DeleteFunc: func(gone any) {
				if err := disconnectNode(gone.(*corev1.Node)); err != nil {
					log.Print("routes: ", err)
				}
			},
		},
	})
}

// nodeChanged leaves out the heartbeat that every node writes every few seconds.
func nodeChanged(before, after *corev1.Node) bool {
	return before.Spec.PodCIDR != after.Spec.PodCIDR || internalAddress(before) != internalAddress(after)
}

func (a *agent) connectNode(node *corev1.Node) error {
	if node.Spec.PodCIDR == "" {
		return nil
	}
	if node.Name == a.self.Name {
		return ensureNetworkConfig(node.Spec.PodCIDR)
	}
	route, err := routeTo(node)
	if err != nil || route == nil {
		return err
	}
	return netlink.RouteReplace(route)
}

func disconnectNode(node *corev1.Node) error {
	_, destination, err := net.ParseCIDR(node.Spec.PodCIDR)
	if err != nil {
		return nil
	}
	return netlink.RouteDel(&netlink.Route{Dst: destination, Protocol: routeProtocol})
}

func routeTo(node *corev1.Node) (*netlink.Route, error) {
	address := internalAddress(node)
	if address == "" {
		return nil, nil
	}
	_, destination, err := net.ParseCIDR(node.Spec.PodCIDR)
	if err != nil {
		return nil, err
	}
	return &netlink.Route{Dst: destination, Gw: net.ParseIP(address), Protocol: routeProtocol}, nil
}

func internalAddress(node *corev1.Node) string {
	for _, address := range node.Status.Addresses {
		if address.Type == corev1.NodeInternalIP {
			return address.Address
		}
	}
	return ""
}

// ensureNetworkConfig uses point-to-point links instead of a bridge: all traffic of pods is then routed, so network
// policies see it without the kernel module br_netfilter, which a host need not have.
func ensureNetworkConfig(podCIDR string) error {
	content := fmt.Sprintf(`{
  "cniVersion": "1.0.0",
  "name": "labcast",
  "plugins": [
    {"type": "ptp", "ipMasq": false, "ipam": {"type": "host-local", "dataDir": "/run/cni-ipam", "ranges": [[{"subnet": "%s"}]], "routes": [{"dst": "0.0.0.0/0"}]}},
    {"type": "portmap", "capabilities": {"portMappings": true}}
  ]
}
`, podCIDR)
	if existing, err := os.ReadFile(networkConfig); err == nil && string(existing) == content {
		return nil
	}
	return writeFile(networkConfig, []byte(content), 0o644)
}

// ensureMasquerade lets pods reach what is not a pod: the lab's machines have no route to pod addresses. Between pods
// the addresses stay, or network policies could not tell who is asking.
func ensureMasquerade() error {
	nft := exec.Command("nft", "-f", "-")
	nft.Stdin = strings.NewReader(fmt.Sprintf(`table ip labcast
delete table ip labcast
table ip labcast {
  chain postrouting {
    type nat hook postrouting priority srcnat;
    ip saddr %s ip daddr != %s masquerade
  }
}
`, podNetwork, podNetwork))
	if output, err := nft.CombinedOutput(); err != nil {
		return fmt.Errorf("nft: %s", output)
	}
	return nil
}
