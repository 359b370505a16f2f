// coredns resolves cluster names and passes the rest on to the lab's gateway. Only the plugins that the Corefile uses
// are built in: the full set is three times the size.
package main

import (
	"os"

	_ "github.com/coredns/coredns/plugin/bind"
	_ "github.com/coredns/coredns/plugin/cache"
	_ "github.com/coredns/coredns/plugin/errors"
	_ "github.com/coredns/coredns/plugin/forward"
	_ "github.com/coredns/coredns/plugin/kubernetes"
	_ "github.com/coredns/coredns/plugin/ready"

	"github.com/coredns/coredns/coremain"
	"labcast.dev/await"
)

func main() {
	await.Until(os.Getenv("LABCAST_AWAIT"))
	coremain.Run()
}
