// Package await lets the parts of a cluster start at once and go on as soon as what they need is there.
package await

import (
	"crypto/tls"
	"net/http"
	"time"
)

// Until returns once the URL answers with 200; no URL is no wait. It lets systemd start all parts at once, so that the
// loading of their binaries overlaps, and none of them falls into its own back-off, which is counted in seconds.
func Until(url string) {
	if url == "" {
		return
	}
	client := &http.Client{
		Timeout: 5 * time.Second,
		// It is only asked whether it is up, on loopback; nothing is told to it.
		Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}},
	}
	defer client.CloseIdleConnections()
	for {
		if response, err := client.Get(url); err == nil {
			response.Body.Close()
			if response.StatusCode == http.StatusOK {
				return
			}
		}
		time.Sleep(25 * time.Millisecond)
	}
}
