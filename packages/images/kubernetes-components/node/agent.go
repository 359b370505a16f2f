package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/kubernetes/scheme"
	typedcorev1 "k8s.io/client-go/kubernetes/typed/core/v1"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/client-go/tools/record"
)

// agent holds what the node's small controllers share: one connection, one cache.
type agent struct {
	self      settings
	client    kubernetes.Interface
	informers informers.SharedInformerFactory
	events    record.EventRecorder
}

// runAgent runs the controllers until it is told to stop. Every node has routes, volumes and network policies; the
// control plane also has the cluster's own objects and the load balancer.
func runAgent([]string) error {
	self, err := readSettings()
	if err != nil {
		return err
	}
	configPath := agentConfig
	if self.Role == roleControlPlane {
		configPath = adminConfig
	}
	config, err := clientcmd.BuildConfigFromFlags("", configPath)
	if err != nil {
		return err
	}
	config.ContentType = "application/vnd.kubernetes.protobuf"
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()

	if err := waitForAPI(ctx, client); err != nil {
		return nil
	}
	broadcaster := record.NewBroadcaster()
	defer broadcaster.Shutdown()
	broadcaster.StartRecordingToSink(&typedcorev1.EventSinkImpl{Interface: client.CoreV1().Events("")})
	shared := &agent{
		self:   self,
		client: client,
		// Nothing is listed again by the clock: a watch tells all changes, and an idle lab should stay idle.
		informers: informers.NewSharedInformerFactory(client, 0),
		events:    broadcaster.NewRecorder(scheme.Scheme, corev1.EventSource{Component: "labcast", Host: self.Name}),
	}
	if self.Role == roleControlPlane {
		// The rights that the other agents and CoreDNS need come with these.
		go applySystemObjects(ctx, config)
		go shared.forgetOldAuthorities(ctx)
		shared.startLoadBalancer()
	}
	if err := ensureMasquerade(); err != nil {
		log.Print(err)
	}
	shared.startRoutes()
	shared.startNetworkPolicies(ctx)
	if err := shared.startVolumes(ctx); err != nil {
		return err
	}
	shared.informers.Start(ctx.Done())
	<-ctx.Done()
	return nil
}

// waitForAPI returns as soon as the API server answers, so that no informer falls into its back-off of seconds.
func waitForAPI(ctx context.Context, client kubernetes.Interface) error {
	for {
		if _, err := client.Discovery().RESTClient().Get().RequestURI(healthPath).DoRaw(ctx); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(25 * time.Millisecond):
		}
	}
}

func loadAdminConfig() (*rest.Config, error) {
	if _, err := os.Stat(adminConfig); err != nil {
		return nil, err
	}
	config, err := clientcmd.BuildConfigFromFlags("", adminConfig)
	if err != nil {
		return nil, err
	}
	// Without it client-go spreads a handful of requests over seconds.
	config.QPS = -1
	return config, nil
}
