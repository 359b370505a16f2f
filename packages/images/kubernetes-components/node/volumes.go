package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"sigs.k8s.io/sig-storage-lib-external-provisioner/v13/controller"
)

const (
	volumeProvisioner = "labcast.dev/local-path"
	volumeDirectory   = "/var/lib/labcast/volumes"
	hostnameLabel     = "kubernetes.io/hostname"
	selectedNode      = "volume.kubernetes.io/selected-node"
)

// startVolumes makes the volumes of the class local-path: directories on the node that the scheduler chose. Each node's
// agent makes its own, so no helper pod (and no image for it) is needed and a claim is bound within milliseconds.
func (a *agent) startVolumes(ctx context.Context) error {
	provisioner := &directoryProvisioner{self: a.self}
	volumes := controller.NewProvisionController(ctx, a.client, volumeProvisioner, provisioner,
		controller.LeaderElection(false),
		controller.Threadiness(1),
		controller.ClaimsInformer(a.informers.Core().V1().PersistentVolumeClaims().Informer()),
		controller.VolumesInformer(a.informers.Core().V1().PersistentVolumes().Informer()),
		controller.ClassesInformer(a.informers.Storage().V1().StorageClasses().Informer()),
	)
	go volumes.Run(ctx)
	return nil
}

type directoryProvisioner struct{ self settings }

// ShouldProvision: a claim that is bound at once names no node; the control plane takes it.
func (p *directoryProvisioner) ShouldProvision(_ context.Context, claim *corev1.PersistentVolumeClaim) bool {
	node := claim.Annotations[selectedNode]
	return node == p.self.Name || node == "" && p.self.Role == roleControlPlane
}

func (p *directoryProvisioner) ShouldDelete(_ context.Context, volume *corev1.PersistentVolume) bool {
	return volume.Spec.Local != nil && volumeNode(volume) == p.self.Name
}

func (p *directoryProvisioner) Provision(
	_ context.Context, wanted controller.ProvisionOptions,
) (*corev1.PersistentVolume, controller.ProvisioningState, error) {
	claim := wanted.PVC
	if claim.Spec.VolumeMode != nil && *claim.Spec.VolumeMode == corev1.PersistentVolumeBlock {
		return nil, controller.ProvisioningFinished, fmt.Errorf("class %s has no block volumes", wanted.StorageClass.Name)
	}
	path := filepath.Join(volumeDirectory, wanted.PVName+"_"+claim.Namespace+"_"+claim.Name)
	if err := os.MkdirAll(path, 0o777); err != nil {
		return nil, controller.ProvisioningFinished, err
	}
	// Whatever user a container runs as may write: mkdir's mode passed through the umask.
	if err := os.Chmod(path, 0o777); err != nil {
		return nil, controller.ProvisioningFinished, err
	}
	mode := corev1.PersistentVolumeFilesystem
	return &corev1.PersistentVolume{
		ObjectMeta: metav1.ObjectMeta{Name: wanted.PVName},
		Spec: corev1.PersistentVolumeSpec{
			PersistentVolumeReclaimPolicy: *wanted.StorageClass.ReclaimPolicy,
			AccessModes:                   claim.Spec.AccessModes,
			VolumeMode:                    &mode,
			Capacity:                      corev1.ResourceList{corev1.ResourceStorage: claim.Spec.Resources.Requests[corev1.ResourceStorage]},
			PersistentVolumeSource:        corev1.PersistentVolumeSource{Local: &corev1.LocalVolumeSource{Path: path}},
			NodeAffinity: &corev1.VolumeNodeAffinity{Required: &corev1.NodeSelector{
				NodeSelectorTerms: []corev1.NodeSelectorTerm{{MatchExpressions: []corev1.NodeSelectorRequirement{{
					Key: hostnameLabel, Operator: corev1.NodeSelectorOpIn, Values: []string{p.self.Name},
				}}}},
			}},
		},
	}, controller.ProvisioningFinished, nil
}

func (p *directoryProvisioner) Delete(_ context.Context, volume *corev1.PersistentVolume) error {
	path := volume.Spec.Local.Path
	// Users may write volumes of this class by hand, with any path.
	if !strings.HasPrefix(filepath.Clean(path), volumeDirectory+"/") {
		return &controller.IgnoredError{Reason: path + " was not made by " + volumeProvisioner}
	}
	return os.RemoveAll(filepath.Clean(path))
}

func volumeNode(volume *corev1.PersistentVolume) string {
	if affinity := volume.Spec.NodeAffinity; affinity != nil && affinity.Required != nil {
		for _, term := range affinity.Required.NodeSelectorTerms {
			for _, expression := range term.MatchExpressions {
				if expression.Key == hostnameLabel && len(expression.Values) == 1 {
					return expression.Values[0]
				}
			}
		}
	}
	return ""
}
