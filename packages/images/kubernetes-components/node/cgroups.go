package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

const cgroupRoot = "/sys/fs/cgroup"

// ensureCgroups gives each controller of cgroup v1 a mount of its own. systemd in the container mounts `cpu,cpuacct` as
// one, which fails where the host has them apart, and the kubelet then refuses to start ("Following Cgroup subsystem
// not mounted"). On cgroup v2 there is nothing to do.
func ensureCgroups() error {
	var found unix.Statfs_t
	if err := unix.Statfs(cgroupRoot, &found); err != nil {
		return err
	}
	if found.Type == unix.CGROUP2_SUPER_MAGIC {
		return nil
	}
	// systemd leaves the tmpfs read-only. The source is named: without it an unmapped uid would be passed on.
	if err := unix.Mount("tmpfs", cgroupRoot, "tmpfs", unix.MS_REMOUNT|unix.MS_NOSUID|unix.MS_NODEV|unix.MS_NOEXEC, ""); err != nil {
		return fmt.Errorf("make %s writable: %w", cgroupRoot, err)
	}
	controllers, err := enabledControllers()
	if err != nil {
		return err
	}
	mounted, err := mountPoints()
	if err != nil {
		return err
	}
	for _, controller := range controllers {
		path := filepath.Join(cgroupRoot, controller)
		if mounted[path] {
			continue
		}
		// A link to the combined directory (cpu -> cpu,cpuacct).
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err := os.MkdirAll(path, 0o755); err != nil {
			return err
		}
		// A controller that the host does not offer to containers stays away; the kubelet says so if it needs it.
		if err := unix.Mount("cgroup", path, "cgroup", 0, controller); err != nil {
			fmt.Fprintf(os.Stderr, "cgroup controller %s cannot be mounted: %v\n", controller, err)
		}
	}
	return nil
}

func enabledControllers() ([]string, error) {
	file, err := os.Open("/proc/cgroups")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var enabled []string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		// name hierarchy number-of-cgroups enabled
		fields := strings.Fields(lines.Text())
		if len(fields) == 4 && fields[3] == "1" {
			enabled = append(enabled, fields[0])
		}
	}
	return enabled, nil
}

func mountPoints() (map[string]bool, error) {
	file, err := os.Open("/proc/self/mountinfo")
	if err != nil {
		return nil, err
	}
	defer file.Close()
	points := map[string]bool{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if fields := strings.Fields(lines.Text()); len(fields) > 4 {
			points[fields[4]] = true
		}
	}
	return points, nil
}
