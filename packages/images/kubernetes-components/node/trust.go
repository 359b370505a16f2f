package main

import (
	"context"
	"log"
	"os"
	"strings"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

const trustConfigMap = "extension-apiserver-authentication"

// forgetOldAuthorities removes the object from which aggregated API servers learn whom to trust when it names more than
// this cluster's own authority: the API server only ever adds to it, so the one of the environment that this was copied
// from would stay. It is written anew at once.
func (a *agent) forgetOldAuthorities(ctx context.Context) {
	own, err := os.ReadFile(authorityFile + ".crt")
	if err != nil {
		log.Print("trust: ", err)
		return
	}
	maps := a.client.CoreV1().ConfigMaps(metav1.NamespaceSystem)
	found, err := maps.Get(ctx, trustConfigMap, metav1.GetOptions{})
	if apierrors.IsNotFound(err) {
		return
	} else if err != nil {
		log.Print("trust: ", err)
		return
	}
	if strings.TrimSpace(found.Data["client-ca-file"]) == strings.TrimSpace(string(own)) {
		return
	}
	if err := maps.Delete(ctx, trustConfigMap, metav1.DeleteOptions{}); err != nil && !apierrors.IsNotFound(err) {
		log.Print("trust: ", err)
	}
}
