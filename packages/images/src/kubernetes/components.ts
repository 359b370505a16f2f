import { join } from 'node:path';

/** One program of a node, built from the Go module of the same name in `kubernetes-components`. */
export interface Component {
  readonly module: string;
  /** File name of the program. */
  readonly program: string;
  /** For people, in progress lines. */
  readonly title: string;
  /** Names by which the program is called besides its own; it tells by them what to be. */
  readonly links: readonly string[];
  /** Go's `-X` settings: what the program says about itself. */
  readonly settings: Readonly<Record<string, string>>;
}

/** The upstream release; `go.mod` of the module `kube` pins the same. */
export const kubernetesVersion = '1.37.2';

export const componentSources = join(import.meta.dirname, '../../kubernetes-components');

/** Code that several of the modules share. */
export const sharedModules: readonly string[] = ['await'];

export const components: readonly Component[] = [
  { module: 'node', program: 'labcast-node', title: 'labcast-node', links: [], settings: {} },
  { module: 'etcd', program: 'etcd', title: 'etcd', links: [], settings: {} },
  { module: 'coredns', program: 'coredns', title: 'CoreDNS', links: [], settings: {} },
  {
    module: 'kube',
    program: 'kube',
    title: `Kubernetes ${kubernetesVersion}`,
    links: [
      'kube-apiserver',
      'kube-controller-manager',
      'kube-scheduler',
      'kube-proxy',
      'kubelet',
      'kubectl',
    ],
    settings: {
      'k8s.io/component-base/version.gitVersion': `v${kubernetesVersion}`,
      'k8s.io/client-go/pkg/version.gitVersion': `v${kubernetesVersion}`,
    },
  },
];
