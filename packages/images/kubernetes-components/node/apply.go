package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/meta"
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

// appResource is a kind of object that an app may consist of.
type appResource struct {
	schema.GroupVersionResource
	kind string
}

// What an app is looked through for objects that its manifests no longer hold. Claims are not: data is only given up
// with the app. Known here, so that applying an app need not ask the API server for its catalogue first.
var appResources = []appResource{
	{schema.GroupVersionResource{Group: "apps", Version: "v1", Resource: "deployments"}, "Deployment"},
	{schema.GroupVersionResource{Group: "apps", Version: "v1", Resource: "statefulsets"}, "StatefulSet"},
	{schema.GroupVersionResource{Group: "apps", Version: "v1", Resource: "daemonsets"}, "DaemonSet"},
	{schema.GroupVersionResource{Group: "batch", Version: "v1", Resource: "jobs"}, "Job"},
	{schema.GroupVersionResource{Group: "batch", Version: "v1", Resource: "cronjobs"}, "CronJob"},
	{schema.GroupVersionResource{Group: "networking.k8s.io", Version: "v1", Resource: "networkpolicies"}, "NetworkPolicy"},
	{schema.GroupVersionResource{Group: "networking.k8s.io", Version: "v1", Resource: "ingresses"}, "Ingress"},
	{schema.GroupVersionResource{Version: "v1", Resource: "services"}, "Service"},
	{schema.GroupVersionResource{Version: "v1", Resource: "configmaps"}, "ConfigMap"},
	{schema.GroupVersionResource{Version: "v1", Resource: "secrets"}, "Secret"},
	{schema.GroupVersionResource{Version: "v1", Resource: "serviceaccounts"}, "ServiceAccount"},
}

var claimResource = appResource{
	schema.GroupVersionResource{Version: "v1", Resource: "persistentvolumeclaims"}, "PersistentVolumeClaim",
}

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
	return removeAppObjects(context.Background(), client, arguments[0], append(slices.Clone(appResources), claimResource), nil)
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
	finder, err := newResourceFinder(config)
	if err != nil {
		return err
	}
	applied := map[types.UID]bool{}
	apps := map[string]bool{}
	for _, object := range objects {
		result, err := applyObject(ctx, client, finder, object)
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
	ctx context.Context, client dynamic.Interface, finder *resourceFinder, object *unstructured.Unstructured,
) (*unstructured.Unstructured, error) {
	resource, isNamespaced, err := finder.find(object.GroupVersionKind())
	if err != nil {
		return nil, err
	}
	var target dynamic.ResourceInterface = client.Resource(resource)
	if isNamespaced {
		target = client.Resource(resource).Namespace(cmp.Or(object.GetNamespace(), metav1.NamespaceDefault))
	}
	return target.Apply(ctx, object.GetName(), object, metav1.ApplyOptions{FieldManager: fieldManager, Force: true})
}

// resourceFinder tells where objects of a kind live.
type resourceFinder struct {
	mapper *restmapper.DeferredDiscoveryRESTMapper
}

func newResourceFinder(config *rest.Config) (*resourceFinder, error) {
	client, err := discovery.NewDiscoveryClientForConfig(config)
	if err != nil {
		return nil, err
	}
	return &resourceFinder{restmapper.NewDeferredDiscoveryRESTMapper(memory.NewMemCacheClient(client))}, nil
}

func (f *resourceFinder) find(kind schema.GroupVersionKind) (resource schema.GroupVersionResource, isNamespaced bool, err error) {
	for _, known := range append(slices.Clone(appResources), claimResource) {
		if known.kind == kind.Kind && known.GroupVersion() == kind.GroupVersion() {
			return known.GroupVersionResource, true, nil
		}
	}
	mapping, err := f.mapper.RESTMapping(kind.GroupKind(), kind.Version)
	if err != nil {
		return resource, false, err
	}
	return mapping.Resource, mapping.Scope.Name() == meta.RESTScopeNameNamespace, nil
}

// removeAppObjects removes what carries the app's label, in any namespace, and was made by a person or by Labcast: what
// a controller made (an EndpointSlice, a pod) goes with its owner.
func removeAppObjects(
	ctx context.Context, client dynamic.Interface, app string, resources []appResource, kept map[types.UID]bool,
) error {
	background := metav1.DeletePropagationBackground
	var problems []string
	for _, resource := range resources {
		found, err := client.Resource(resource.GroupVersionResource).List(ctx, metav1.ListOptions{LabelSelector: appLabel + "=" + app})
		if err != nil {
			return err
		}
		for _, object := range found.Items {
			if kept[object.GetUID()] || metav1.GetControllerOf(&object) != nil {
				continue
			}
			err := client.Resource(resource.GroupVersionResource).Namespace(object.GetNamespace()).
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
