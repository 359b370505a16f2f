// labcast-node makes a machine a node of a lab's cluster: it prepares it at boot, runs the small controllers that
// upstream Kubernetes leaves to the platform, and answers the engine's questions.
package main

import (
	"fmt"
	"os"
)

var commands = map[string]struct {
	usage string
	run   func(arguments []string) error
}{
	"prepare":    {"prepare", runPrepare},
	"agent":      {"agent", runAgent},
	"seed":       {"seed", runSeed},
	"issue":      {"issue WORKER-NAME WORKER-ADDRESS", runIssue},
	"join":       {"join < CREDENTIALS", runJoin},
	"status":     {"status", runStatus},
	"apply":      {"apply < MANIFESTS", runApply},
	"remove-app": {"remove-app NAME", runRemoveApp},
	"wait":       {"wait [--app NAME] --timeout SECONDS", runWait},
}

func main() {
	if len(os.Args) < 2 {
		usage()
	}
	command, known := commands[os.Args[1]]
	if !known {
		usage()
	}
	if err := command.run(os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "labcast-node "+os.Args[1]+":", err)
		os.Exit(1)
	}
}

func usage() {
	fmt.Fprintln(os.Stderr, "Usage: labcast-node COMMAND, one of:")
	for _, name := range []string{"status", "wait", "apply", "remove-app", "issue", "join", "prepare", "agent", "seed"} {
		fmt.Fprintln(os.Stderr, "  "+commands[name].usage)
	}
	os.Exit(2)
}
