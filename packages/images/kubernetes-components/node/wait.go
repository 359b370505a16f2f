package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
)

// Over one kept connection a look costs the API server a few milliseconds of one core.
const waitInterval = 100 * time.Millisecond

// runWait returns once the cluster is ready, or once the app is available and its port answers on this node.
func runWait(arguments []string) error {
	flags := flag.NewFlagSet("wait", flag.ContinueOnError)
	app := flags.String("app", "", "wait for this app too")
	seconds := flags.Float64("timeout", 60, "seconds after which to give up")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Duration(*seconds*float64(time.Second)))
	defer cancel()
	var client kubernetes.Interface
	var self settings
	reason := errors.New("nothing was observed yet")
	for {
		var err error
		if client == nil {
			if client, self, err = openStatusClient(); err != nil {
				err = errors.New(explainAbsence(err))
			}
		}
		if err == nil {
			err = checkReady(ctx, client, self, *app)
		}
		if err == nil {
			return nil
		}
		// The last look is cut off by the deadline and knows no reason.
		if ctx.Err() == nil {
			reason = err
		}
		select {
		case <-ctx.Done():
			return reason
		case <-time.After(waitInterval):
		}
	}
}

func checkReady(ctx context.Context, client kubernetes.Interface, self settings, app string) error {
	status, err := observeCluster(ctx, client, self)
	if err != nil {
		return errors.New(explainAbsence(err))
	}
	if !status.Ready {
		return errors.New(status.Reason)
	}
	if app == "" {
		return nil
	}
	found, exists := status.Apps[app]
	if !exists {
		return fmt.Errorf("there is no app %s in the cluster", app)
	}
	if !found.Available {
		return errors.New(found.Reason)
	}
	return checkAnswers(ctx, client, self, app)
}

func checkAnswers(ctx context.Context, client kubernetes.Interface, self settings, app string) error {
	services, err := client.CoreV1().Services("").List(ctx, metav1.ListOptions{LabelSelector: appLabel + "=" + app})
	if err != nil {
		return err
	}
	for _, service := range services.Items {
		if service.Spec.Type != corev1.ServiceTypeLoadBalancer {
			continue
		}
		if len(service.Status.LoadBalancer.Ingress) == 0 {
			return fmt.Errorf("service %s has no address; `kubectl describe service %s` says why", service.Name, service.Name)
		}
		for _, port := range service.Spec.Ports {
			if port.Protocol != corev1.ProtocolTCP {
				continue
			}
			address := net.JoinHostPort(self.Address, fmt.Sprint(port.Port))
			connection, err := (&net.Dialer{Timeout: time.Second}).DialContext(ctx, "tcp", address)
			if err != nil {
				return fmt.Errorf("port %d of service %s does not answer: %w", port.Port, service.Name, err)
			}
			connection.Close()
		}
	}
	return nil
}
