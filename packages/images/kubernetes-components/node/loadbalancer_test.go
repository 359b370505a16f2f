package main

import (
	"strings"
	"testing"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func loadBalanced(name string, age time.Duration, ports ...int32) *corev1.Service {
	service := &corev1.Service{ObjectMeta: metav1.ObjectMeta{
		Name: name, Namespace: "default", CreationTimestamp: metav1.NewTime(time.Unix(1_000_000, 0).Add(-age)),
	}, Spec: corev1.ServiceSpec{Type: corev1.ServiceTypeLoadBalancer}}
	for _, port := range ports {
		service.Spec.Ports = append(service.Spec.Ports, corev1.ServicePort{Protocol: corev1.ProtocolTCP, Port: port})
	}
	return service
}

func refusals(services ...any) map[string]string {
	result := map[string]string{}
	for _, claim := range assignPorts(services) {
		result[claim.service.Name] = claim.refused
	}
	return result
}

func TestTheOldestServiceKeepsAPort(t *testing.T) {
	got := refusals(loadBalanced("young", time.Minute, 80), loadBalanced("old", time.Hour, 80))
	if got["old"] != "" || !strings.Contains(got["young"], "service default/old") {
		t.Fatal(got)
	}
}

func TestARefusedServiceTakesNoneOfItsPorts(t *testing.T) {
	got := refusals(loadBalanced("a", 3*time.Hour, 80), loadBalanced("b", 2*time.Hour, 443, 80), loadBalanced("c", time.Hour, 443))
	if got["a"] != "" || got["b"] == "" || got["c"] != "" {
		t.Fatal(got)
	}
}

func TestPortsOfTheNodeItselfAreRefused(t *testing.T) {
	if got := refusals(loadBalanced("api", time.Hour, 6443)); !strings.Contains(got["api"], "the Kubernetes API") {
		t.Fatal(got)
	}
}

func TestOtherServicesAreLeftAlone(t *testing.T) {
	inner := loadBalanced("inner", time.Hour, 80)
	inner.Spec.Type = corev1.ServiceTypeClusterIP
	class := "example.org/other"
	foreign := loadBalanced("foreign", time.Hour, 80)
	foreign.Spec.LoadBalancerClass = &class
	if got := refusals(inner, foreign); len(got) != 0 {
		t.Fatal(got)
	}
}
