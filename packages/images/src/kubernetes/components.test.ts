import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { componentSources, kubernetesVersion } from './components.ts';

test('the version that the programs state is the one that is built', async () => {
  const modules = await readFile(join(componentSources, 'kube/go.mod'), 'utf8');
  expect(modules).toContain(`k8s.io/kubernetes v${kubernetesVersion}\n`);
  // Its parts are published as modules of their own, with the same minor and patch version.
  const parts = [...modules.matchAll(/=> k8s\.io\/\S+ v0\.(\S+)/g)].map(([, version]) => version);
  expect(new Set(parts)).toEqual(new Set([kubernetesVersion.slice('1.'.length)]));
});
