package main

import (
	"context"
	"log"
	"sync"
	"time"

	"github.com/cloudnativelabs/kube-router/pkg/controllers/netpol"
	"github.com/cloudnativelabs/kube-router/pkg/healthcheck"
	"github.com/cloudnativelabs/kube-router/pkg/options"
	"k8s.io/client-go/tools/cache"
)

// startNetworkPolicies has kube-router's controller enforce the policies, from the first one on. Before that it would
// only rewrite the packet filter, by dozens of processes, at each change of a pod.
func (a *agent) startNetworkPolicies(ctx context.Context) {
	policies := a.informers.Networking().V1().NetworkPolicies().Informer()
	pods := a.informers.Core().V1().Pods().Informer()
	namespaces := a.informers.Core().V1().Namespaces().Informer()
	var once sync.Once
	policies.AddEventHandler(cache.ResourceEventHandlerFuncs{AddFunc: func(any) {
		once.Do(func() {
			go func() {
				cache.WaitForCacheSync(ctx.Done(), policies.HasSynced, pods.HasSynced, namespaces.HasSynced)
				for ctx.Err() == nil {
					err := a.enforceNetworkPolicies(ctx, pods, policies, namespaces)
					if err == nil {
						return
					}
					log.Print("network policies: ", err)
					time.Sleep(time.Second)
				}
			}()
		})
	}})
}

func (a *agent) enforceNetworkPolicies(ctx context.Context, pods, policies, namespaces cache.SharedIndexInformer) error {
	configuration := options.NewKubeRouterConfig()
	configuration.ClusterIPCIDR = serviceNetwork
	configuration.HostnameOverride = a.self.Name
	controller, err := netpol.NewNetworkPolicyController(a.client, configuration, pods, policies, namespaces, &sync.Mutex{})
	if err != nil {
		return err
	}
	pods.AddEventHandler(controller.PodEventHandler)
	namespaces.AddEventHandler(controller.NamespaceEventHandler)
	policies.AddEventHandler(controller.NetworkPolicyEventHandler)
	// The controller blocks once nobody takes its heartbeats.
	heartbeats := make(chan *healthcheck.ControllerHeartbeat, 10)
	go func() {
		for {
			select {
			case <-heartbeats:
			case <-ctx.Done():
				return
			}
		}
	}()
	var running sync.WaitGroup
	running.Add(1)
	go controller.Run(heartbeats, ctx.Done(), &running)
	return nil
}
