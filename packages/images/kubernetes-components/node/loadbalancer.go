package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"log"
	"maps"
	"slices"
	"strings"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/tools/cache"
)

// Ports that the node itself answers on its address. A service there would cut the cluster off from itself.
var reservedPorts = map[string]string{
	fmt.Sprintf("TCP/%d", apiPort): "the Kubernetes API",
	"TCP/10250":                    "the kubelet",
	fmt.Sprintf("TCP/%d", dnsPort): "cluster DNS",
	fmt.Sprintf("UDP/%d", dnsPort): "cluster DNS",
}

// startLoadBalancer gives services of type LoadBalancer the nodes' addresses; kube-proxy does the rest. A node has each
// port once, so the second service that wants it stays pending and an event says why.
func (a *agent) startLoadBalancer() {
	services := a.informers.Core().V1().Services().Informer()
	nodes := a.informers.Core().V1().Nodes().Informer()
	changed := make(chan struct{}, 1)
	notice := func() {
		select {
		case changed <- struct{}{}:
		default:
		}
	}
	services.AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc:    func(any) { notice() },
		UpdateFunc: func(_, _ any) { notice() },
		DeleteFunc: func(any) { notice() },
	})
	nodes.AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc: func(any) { notice() },
		UpdateFunc: func(before, after any) {
			if internalAddress(before.(*corev1.Node)) != internalAddress(after.(*corev1.Node)) {
				notice()
			}
		},
		DeleteFunc: func(any) { notice() },
	})
	go func() {
		for range changed {
			if !services.HasSynced() || !nodes.HasSynced() {
				time.AfterFunc(20*time.Millisecond, notice)
				continue
			}
			if err := a.balance(services.GetStore().List(), nodes.GetStore().List()); err != nil {
				log.Print("load balancer: ", err)
				time.AfterFunc(time.Second, notice)
			}
		}
	}()
}

func (a *agent) balance(services, nodes []any) error {
	addresses := nodeAddresses(nodes)
	var failed error
	for _, claim := range assignPorts(services) {
		service := claim.service
		ingress := []corev1.LoadBalancerIngress{}
		if claim.refused == "" {
			for _, address := range addresses {
				ingress = append(ingress, corev1.LoadBalancerIngress{IP: address})
			}
		} else {
			a.events.Event(service, corev1.EventTypeWarning, "PortTaken", claim.refused)
		}
		if slices.EqualFunc(service.Status.LoadBalancer.Ingress, ingress, sameAddress) {
			continue
		}
		patch, err := json.Marshal(map[string]any{
			"status": map[string]any{"loadBalancer": map[string]any{"ingress": ingress}},
		})
		if err != nil {
			return err
		}
		if _, err := a.client.CoreV1().Services(service.Namespace).Patch(context.Background(), service.Name,
			types.MergePatchType, patch, metav1.PatchOptions{}, "status"); err != nil {
			failed = err
		}
	}
	return failed
}

func sameAddress(a, b corev1.LoadBalancerIngress) bool { return a.IP == b.IP }

func nodeAddresses(nodes []any) []string {
	var addresses []string
	for _, node := range nodes {
		if address := internalAddress(node.(*corev1.Node)); address != "" {
			addresses = append(addresses, address)
		}
	}
	slices.Sort(addresses)
	return addresses
}

// portClaim is a service that wants ports on the nodes, and why it does not get them; empty when it does.
type portClaim struct {
	service *corev1.Service
	refused string
}

// assignPorts gives each port to the oldest service that wants it, so a newcomer never takes a port away.
func assignPorts(objects []any) []portClaim {
	var waiting []*corev1.Service
	for _, object := range objects {
		service := object.(*corev1.Service)
		if service.Spec.Type == corev1.ServiceTypeLoadBalancer && service.Spec.LoadBalancerClass == nil {
			waiting = append(waiting, service)
		}
	}
	slices.SortFunc(waiting, func(a, b *corev1.Service) int {
		return cmp.Or(
			a.CreationTimestamp.Compare(b.CreationTimestamp.Time),
			strings.Compare(a.Namespace+"/"+a.Name, b.Namespace+"/"+b.Name),
		)
	})
	owners := maps.Clone(reservedPorts)
	claims := make([]portClaim, 0, len(waiting))
	for _, service := range waiting {
		claim := portClaim{service: service}
		for _, port := range service.Spec.Ports {
			if owner, taken := owners[portKey(port)]; taken {
				claim.refused = fmt.Sprintf("Port %s of the nodes belongs to %s. Choose another port, or remove that first.",
					portKey(port), owner)
				break
			}
		}
		if claim.refused == "" {
			for _, port := range service.Spec.Ports {
				owners[portKey(port)] = "service " + service.Namespace + "/" + service.Name
			}
		}
		claims = append(claims, claim)
	}
	return claims
}

func portKey(port corev1.ServicePort) string { return fmt.Sprintf("%s/%d", port.Protocol, port.Port) }
