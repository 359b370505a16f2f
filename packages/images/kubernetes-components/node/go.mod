module labcast.dev/node

go 1.26.0

require (
	github.com/cloudnativelabs/kube-router v1.6.1
	k8s.io/api v0.37.2
	k8s.io/apimachinery v0.37.2
	k8s.io/client-go v0.37.2
	sigs.k8s.io/sig-storage-lib-external-provisioner/v13 v13.1.0
)
