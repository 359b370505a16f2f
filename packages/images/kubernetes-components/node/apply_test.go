package main

import (
	"strings"
	"testing"
)

func TestEmptyDocumentsAreNoObjects(t *testing.T) {
	objects, err := parseManifests(strings.NewReader("---\nkind: A\napiVersion: v1\n---\n---\n# nothing\n---\n{\"kind\":\"B\",\"apiVersion\":\"v1\"}\n---\n"))
	if err != nil || len(objects) != 2 || objects[0].GetKind() != "A" || objects[1].GetKind() != "B" {
		t.Fatal(objects, err)
	}
}

func TestAWrongDocumentIsNamed(t *testing.T) {
	_, err := parseManifests(strings.NewReader("kind: A\napiVersion: v1\n---\nkind: [\n"))
	if err == nil || !strings.Contains(err.Error(), "document 2") {
		t.Fatal(err)
	}
}
