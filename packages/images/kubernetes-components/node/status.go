package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	coordinationv1 "k8s.io/api/coordination/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
)

const hashAnnotation = "labcast.dev/hash"

type clusterStatus struct {
	Ready      bool                 `json:"ready"`
	Reason     string               `json:"reason"`
	ReadyNodes []string             `json:"readyNodes"`
	Apps       map[string]appStatus `json:"apps"`
}

type appStatus struct {
	Hash      string `json:"hash"`
	Available bool   `json:"available"`
	Reason    string `json:"reason"`
}

func runStatus([]string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	result := clusterStatus{ReadyNodes: []string{}, Apps: map[string]appStatus{}}
	client, self, err := openStatusClient()
	if err == nil {
		result, err = observeCluster(ctx, client, self)
	}
	if err != nil {
		result.Reason = explainAbsence(err)
	}
	return json.NewEncoder(os.Stdout).Encode(result)
}

func openStatusClient() (kubernetes.Interface, settings, error) {
	self, err := readSettings()
	if err != nil {
		return nil, self, err
	}
	// Until then the credentials may be those of the environment that this was copied from.
	if _, err := os.Stat(bootFile); err != nil {
		return nil, self, err
	}
	config, err := loadAdminConfig()
	if err != nil {
		return nil, self, err
	}
	config.ContentType = "application/vnd.kubernetes.protobuf"
	client, err := kubernetes.NewForConfig(config)
	return client, self, err
}

func explainAbsence(err error) string {
	if os.IsNotExist(err) {
		if problem, err := os.ReadFile(problemFile); err == nil {
			return "The node cannot be prepared: " + string(problem)
		}
		return "The node is still being prepared."
	}
	return "The Kubernetes API does not answer yet: " + err.Error()
}

func observeCluster(ctx context.Context, client kubernetes.Interface, self settings) (clusterStatus, error) {
	result := clusterStatus{ReadyNodes: []string{}, Apps: map[string]appStatus{}}
	nodes, err := client.CoreV1().Nodes().List(ctx, metav1.ListOptions{})
	if err != nil {
		return result, err
	}
	leases, err := client.CoordinationV1().Leases(corev1.NamespaceNodeLease).List(ctx, metav1.ListOptions{})
	if err != nil {
		return result, err
	}
	deployments, err := client.AppsV1().Deployments("").List(ctx, metav1.ListOptions{LabelSelector: appLabel})
	if err != nil {
		return result, err
	}
	result.ReadyNodes = readyNodes(nodes.Items, leases.Items, bootTime())
	for _, deployment := range deployments.Items {
		name := deployment.Labels[appLabel]
		status := appStatus{Hash: deployment.Annotations[hashAnnotation], Available: isAvailable(&deployment)}
		if !status.Available {
			status.Reason = explainApp(ctx, client, &deployment)
		}
		result.Apps[name] = status
	}
	if !slices.Contains(result.ReadyNodes, self.Name) {
		result.Reason = explainNode(nodes.Items, self.Name)
		return result, nil
	}
	// Pods are refused before it exists.
	_, err = client.CoreV1().ServiceAccounts(metav1.NamespaceDefault).Get(ctx, "default", metav1.GetOptions{})
	if err != nil {
		result.Reason = "The cluster is still making its first service account."
		return result, nil
	}
	result.Ready = true
	return result, nil
}

// readyNodes leaves out nodes that have not been heard of since this machine started: a restarted or cloned cluster
// remembers its workers as ready until it notices their silence, which takes most of a minute.
func readyNodes(nodes []corev1.Node, leases []coordinationv1.Lease, startedAt time.Time) []string {
	heard := map[string]time.Time{}
	for _, lease := range leases {
		if lease.Spec.RenewTime != nil {
			heard[lease.Name] = lease.Spec.RenewTime.Time
		}
	}
	// Heartbeats are kept in whole seconds.
	startedAt = startedAt.Truncate(time.Second)
	ready := []string{}
	for _, node := range nodes {
		condition := readyCondition(&node)
		if condition == nil || condition.Status != corev1.ConditionTrue {
			continue
		}
		if !heard[node.Name].Before(startedAt) || !condition.LastHeartbeatTime.Time.Before(startedAt) {
			ready = append(ready, node.Name)
		}
	}
	return ready
}

func readyCondition(node *corev1.Node) *corev1.NodeCondition {
	for i := range node.Status.Conditions {
		if node.Status.Conditions[i].Type == corev1.NodeReady {
			return &node.Status.Conditions[i]
		}
	}
	return nil
}

// bootTime is when this boot prepared the node. The process table's own times are not kept for containers.
func bootTime() time.Time {
	information, err := os.Stat(bootFile)
	if err != nil {
		return time.Time{}
	}
	return information.ModTime()
}

func explainNode(nodes []corev1.Node, name string) string {
	for _, node := range nodes {
		if node.Name != name {
			continue
		}
		if condition := readyCondition(&node); condition != nil && condition.Status != corev1.ConditionTrue {
			return fmt.Sprintf("Node %s is not ready: %s", name, condition.Message)
		}
		return fmt.Sprintf("Node %s has not reported since it started.", name)
	}
	return fmt.Sprintf("Node %s has not registered yet.", name)
}

func isAvailable(deployment *appsv1.Deployment) bool {
	replicas := int32(1)
	if deployment.Spec.Replicas != nil {
		replicas = *deployment.Spec.Replicas
	}
	status := deployment.Status
	return status.ObservedGeneration >= deployment.Generation && status.UpdatedReplicas >= replicas &&
		status.AvailableReplicas >= replicas
}

// explainApp finds the most telling of what Kubernetes says: a container that cannot run, a pod without a place, or the
// deployment's own words.
func explainApp(ctx context.Context, client kubernetes.Interface, deployment *appsv1.Deployment) string {
	pods, err := client.CoreV1().Pods(deployment.Namespace).List(ctx, metav1.ListOptions{
		LabelSelector: metav1.FormatLabelSelector(deployment.Spec.Selector),
	})
	if err != nil {
		return err.Error()
	}
	for _, pod := range pods.Items {
		for _, container := range slices.Concat(pod.Status.InitContainerStatuses, pod.Status.ContainerStatuses) {
			if waiting := container.State.Waiting; waiting != nil && waiting.Reason != "ContainerCreating" && waiting.Reason != "PodInitializing" {
				return strings.TrimSpace(fmt.Sprintf("Container %s: %s. %s", container.Name, waiting.Reason, waiting.Message))
			}
		}
		for _, condition := range pod.Status.Conditions {
			if condition.Type == corev1.PodScheduled && condition.Status == corev1.ConditionFalse {
				return "No node takes its pod: " + condition.Message
			}
		}
	}
	for _, condition := range deployment.Status.Conditions {
		if condition.Type == appsv1.DeploymentReplicaFailure && condition.Status == corev1.ConditionTrue {
			return condition.Message
		}
	}
	for _, pod := range pods.Items {
		if warning := lastWarning(ctx, client, &pod); warning != "" {
			return warning
		}
	}
	return cmp.Or(startingReason(pods.Items), "Its pods are being created.")
}

// lastWarning is what went wrong with a pod before it has a container that could tell, such as with its network.
func lastWarning(ctx context.Context, client kubernetes.Interface, pod *corev1.Pod) string {
	events, err := client.CoreV1().Events(pod.Namespace).List(ctx, metav1.ListOptions{
		FieldSelector: "type=Warning,involvedObject.uid=" + string(pod.UID),
	})
	if err != nil || len(events.Items) == 0 {
		return ""
	}
	last := slices.MaxFunc(events.Items, func(a, b corev1.Event) int {
		return a.LastTimestamp.Compare(b.LastTimestamp.Time)
	})
	return last.Reason + ": " + last.Message
}

func startingReason(pods []corev1.Pod) string {
	for _, pod := range pods {
		if pod.Status.Phase == corev1.PodRunning {
			return "Its containers run and are not ready yet."
		}
		if pod.Spec.NodeName != "" {
			return "Its containers are being started."
		}
	}
	return ""
}
