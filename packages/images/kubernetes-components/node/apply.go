package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/client-go/discovery"
	"k8s.io/client-go/discovery/cached/memory"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/restmapper"
)

const (
	fieldManager = "labcast"
	appLabel     = "labcast.dev/app"
)

// What an app may consist of and is looked through for objects that its manifests no longer hold. Claims are not: data
// is only given up with the app.
var appResources = []schema.GroupVersionResource{
	{Group: "apps", Version: "v1", Resource: "deployments"},
	{Group: "apps", Version: "v1", Resource: "statefulsets"},
	{Group: "apps", Version: "v1", Resource: "daemonsets"},
	{Group: "batch", Version: "v1", Resource: "jobs"},
	{Group: "batch", Version: "v1", Resource: "cronjobs"},
	{Group: "networking.k8s.io", Version: "v1", Resource: "networkpolicies"},
	{Group: "networking.k8s.io", Version: "v1", Resource: "ingresses"},
	{Version: "v1", Resource: "services"},
	{Version: "v1", Resource: "configmaps"},
	{Version: "v1", Resource: "secrets"},
	{Version: "v1", Resource: "serviceaccounts"},
}

var claimResource = schema.GroupVersionResource{Version: "v1", Resource: "persistentvolumeclaims"}

func runApply([]string) error {
	config, err := loadAdminConfig()
	if err != nil {
		return err
	}
	return applyManifests(context.Background(), config, os.Stdin)
}

func runRemoveApp(arguments []string) error {
	if len(arguments) != 1 {
		return fmt.Errorf("give the app's name")
	}
	config, err := loadAdminConfig()
	if err != nil {
		return err
	}
	client, err := dynamic.NewForConfig(config)
	if err != nil {
		return err
	}
	return removeAppObjects(context.Background(), client, arguments[0], append(appResources, claimResource), nil)
}

// applyManifests applies a stream of YAML or JSON objects and removes what else carries the app label of any of them.
func applyManifests(ctx context.Context, config *rest.Config, manifests io.Reader) error {
	objects, err := parseManifests(manifests)
	if err != nil {
		return err
	}
	client, err := dynamic.NewForConfig(config)
	if err != nil {
		return err
	}
	discoveryClient, err := discovery.NewDiscoveryClientForConfig(config)
	if err != nil {
		return err
	}
	mapper := restmapper.NewDeferredDiscoveryRESTMapper(memory.NewMemCacheClient(discoveryClient))
	applied := map[types.UID]bool{}
	apps := map[string]bool{}
	for _, object := range objects {
		result, err := applyObject(ctx, client, mapper, object)
		if err != nil {
			return fmt.Errorf("%s %s: %w", object.GetKind(), object.GetName(), err)
		}
		applied[result.GetUID()] = true
		if app := object.GetLabels()[appLabel]; app != "" {
			apps[app] = true
		}
	}
	for app := range apps {
		if err := removeAppObjects(ctx, client, app, appResources, applied); err != nil {
			return err
		}
	}
	return nil
}

func parseManifests(manifests io.Reader) ([]*unstructured.Unstructured, error) {
	var objects []*unstructured.Unstructured
	decoder := yaml.NewYAMLOrJSONDecoder(manifests, 4096)
	for {
		var content json.RawMessage
		if err := decoder.Decode(&content); errors.Is(err, io.EOF) {
			return objects, nil
		} else if err != nil {
			return nil, fmt.Errorf("document %d: %w", len(objects)+1, err)
		}
		// An empty document, as after a last `---`.
		if trimmed := bytes.TrimSpace(content); len(trimmed) == 0 || bytes.Equal(trimmed, []byte("null")) {
			continue
		}
		object := &unstructured.Unstructured{}
		if err := object.UnmarshalJSON(content); err != nil {
			return nil, fmt.Errorf("document %d: %w", len(objects)+1, err)
		}
		objects = append(objects, object)
	}
}

func applyObject(
	ctx context.Context, client dynamic.Interface, mapper *restmapper.DeferredDiscoveryRESTMapper, object *unstructured.Unstructured,
) (*unstructured.Unstructured, error) {
	kind := object.GroupVersionKind()
	mapping, err := mapper.RESTMapping(kind.GroupKind(), kind.Version)
	if err != nil {
		return nil, err
	}
	var target dynamic.ResourceInterface = client.Resource(mapping.Resource)
	if mapping.Scope.Name() == "namespace" {
		namespace := object.GetNamespace()
		if namespace == "" {
			namespace = metav1.NamespaceDefault
		}
		target = client.Resource(mapping.Resource).Namespace(namespace)
	}
	return target.Apply(ctx, object.GetName(), object, metav1.ApplyOptions{FieldManager: fieldManager, Force: true})
}

// removeAppObjects removes what carries the app's label, in any namespace, and was made by a person or by Labcast: what
// a controller made (an EndpointSlice, a pod) goes with its owner.
func removeAppObjects(
	ctx context.Context, client dynamic.Interface, app string, resources []schema.GroupVersionResource, kept map[types.UID]bool,
) error {
	background := metav1.DeletePropagationBackground
	var problems []string
	for _, resource := range resources {
		found, err := client.Resource(resource).List(ctx, metav1.ListOptions{LabelSelector: appLabel + "=" + app})
		if err != nil {
			return err
		}
		for _, object := range found.Items {
			if kept[object.GetUID()] || metav1.GetControllerOf(&object) != nil {
				continue
			}
			err := client.Resource(resource).Namespace(object.GetNamespace()).
				Delete(ctx, object.GetName(), metav1.DeleteOptions{PropagationPolicy: &background})
			if err != nil && !apierrors.IsNotFound(err) {
				problems = append(problems, fmt.Sprintf("%s %s: %v", object.GetKind(), object.GetName(), err))
			}
		}
	}
	if len(problems) > 0 {
		return errors.New(strings.Join(problems, "; "))
	}
	return nil
}
