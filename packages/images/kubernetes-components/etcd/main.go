// etcd holds the cluster's objects. The module of its own command is not published with its dependencies settled, so
// this is that command.
package main

import (
	"os"

	"go.etcd.io/etcd/server/v3/etcdmain"
)

func main() { etcdmain.Main(os.Args) }
