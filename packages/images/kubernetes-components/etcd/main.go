// etcd holds the cluster's objects. The module of its own command is not published with its dependencies settled, so
// this is that command.
package main

import (
	"os"

	"go.etcd.io/etcd/server/v3/etcdmain"
	"go.etcd.io/etcd/server/v3/storage/wal"
)

func main() {
	// Two segments are always allocated in full; at the usual 64 MB they would be most of a small cluster's disk.
	wal.SegmentSizeBytes = 4 << 20
	etcdmain.Main(os.Args)
}
