package main

import (
	"strings"
	"testing"
)

func block(entries ...string) []byte { return []byte(strings.Join(entries, "\x00") + "\x00") }

func TestTheFirstAddressIsTheNodes(t *testing.T) {
	got, err := parseSettings(block("PATH=/bin", "LABCAST_ENVIRONMENT=abcdefg", "LABCAST_NODE_ROLE=worker",
		"LABCAST_NODE_NAME=cluster-2", "LABCAST_ADDRESSES=eth0,10.10.0.11/24,10.10.0.1;eth1,10.20.0.11/24,"))
	want := settings{Environment: "abcdefg", Role: roleWorker, Name: "cluster-2", Address: "10.10.0.11"}
	if err != nil || got != want {
		t.Fatalf("got %+v, %v", got, err)
	}
}

func TestWhatIsMissingIsNamed(t *testing.T) {
	complete := map[string]string{
		"LABCAST_ENVIRONMENT": "abcdefg", "LABCAST_NODE_ROLE": "worker", "LABCAST_NODE_NAME": "n",
		"LABCAST_ADDRESSES": "eth0,10.10.0.11/24,",
	}
	for missing := range complete {
		var entries []string
		for key, value := range complete {
			if key != missing {
				entries = append(entries, key+"="+value)
			}
		}
		if _, err := parseSettings(block(entries...)); err == nil || !strings.Contains(err.Error(), missing) {
			t.Errorf("without %s: %v", missing, err)
		}
	}
}
