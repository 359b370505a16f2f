package main

import (
	"context"
	_ "embed"
	"io"
	"log"
	"strings"
	"time"

	"k8s.io/client-go/rest"
)

//go:embed system.yaml
var systemManifests string

func systemObjects(address string) io.Reader {
	return strings.NewReader(strings.ReplaceAll(systemManifests, "NODE_ADDRESS", address))
}

// applySystemObjects makes the cluster's own objects be as they should, until it has worked once: the API server may
// still be setting itself up.
func applySystemObjects(ctx context.Context, config *rest.Config) {
	self, err := readSettings()
	if err != nil {
		log.Print(err)
		return
	}
	// Its own copy: the encoding for typed clients is not one for manifests.
	config = rest.CopyConfig(config)
	config.ContentType = ""
	config.QPS = -1
	for ctx.Err() == nil {
		if err = applyManifests(ctx, config, systemObjects(self.Address)); err == nil {
			return
		}
		log.Print("system objects: ", err)
		select {
		case <-ctx.Done():
		case <-time.After(100 * time.Millisecond):
		}
	}
}
