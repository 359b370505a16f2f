package main

import (
	"slices"
	"testing"
	"time"

	coordinationv1 "k8s.io/api/coordination/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func TestANodeIsReadyWhenItWasHeardOfSinceTheBoot(t *testing.T) {
	boot := time.Unix(1_000_000, 500_000_000)
	node := func(name string, status corev1.ConditionStatus, heartbeat time.Time) corev1.Node {
		return corev1.Node{ObjectMeta: metav1.ObjectMeta{Name: name}, Status: corev1.NodeStatus{
			Conditions: []corev1.NodeCondition{{
				Type: corev1.NodeReady, Status: status, LastHeartbeatTime: metav1.NewTime(heartbeat),
			}},
		}}
	}
	lease := func(name string, renewed time.Time) coordinationv1.Lease {
		at := metav1.NewMicroTime(renewed)
		return coordinationv1.Lease{
			ObjectMeta: metav1.ObjectMeta{Name: name}, Spec: coordinationv1.LeaseSpec{RenewTime: &at},
		}
	}
	before, after := boot.Add(-time.Hour), boot.Add(time.Second)
	nodes := []corev1.Node{
		node("posted", corev1.ConditionTrue, after),
		// The API keeps whole seconds: this is the very second of the boot.
		node("rounded", corev1.ConditionTrue, boot.Truncate(time.Second)),
		node("renewed", corev1.ConditionTrue, before),
		node("silent", corev1.ConditionTrue, before),
		node("failing", corev1.ConditionFalse, after),
	}
	leases := []coordinationv1.Lease{lease("renewed", after), lease("silent", before), lease("failing", after)}
	got := readyNodes(nodes, leases, boot)
	if !slices.Equal(got, []string{"posted", "rounded", "renewed"}) {
		t.Fatal(got)
	}
}
