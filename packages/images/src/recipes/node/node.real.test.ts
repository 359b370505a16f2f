import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createIncusClient } from '@labcast/incus';
import { incusSocketPath, removeProjectByForce } from '@labcast/incus/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureImage } from '../../ensureImage.ts';
import { ensureKubernetes } from '../../kubernetes/ensureKubernetes.ts';
import { kubernetesNodeRecipe } from './nodeRecipe.ts';
import { nodeInstance } from './testing/nodeInstance.ts';

const unique = randomBytes(3).toString('hex');
const project = `test-node-${unique}`;
const bridges = { original: `lx-kubeo${unique}`, copy: `lx-kubec${unique}` };
const cacheDir = process.env.LABCAST_CACHE_DIR ?? '/var/cache/labcast';
const stateDir = process.env.LABCAST_STATE_DIR ?? '/var/lib/labcast';
const pool = process.env.LABCAST_STORAGE_POOL ?? 'labcast';
const incus = createIncusClient({ endpoint: { socketPath: incusSocketPath }, project });
const control = 'abcdefg-cluster';
const worker = 'abcdefg-cluster-2';

interface Status {
  ready: boolean;
  reason: string;
  readyNodes: string[];
  apps: Record<string, { hash: string; available: boolean; reason: string }>;
}

/** Standard output of a command; throws with all its output when it fails. */
async function run(instance: string, command: string, stdin = ''): Promise<string> {
  const result = await incus.exec(instance, { command: ['sh', '-c', command] }, { stdin });
  if (result.exitCode === 0) return result.stdout.toString();
  throw new Error(`${command}: ${result.stdout.toString()}${result.stderr.toString()}`);
}

const status = async (instance = control): Promise<Status> =>
  JSON.parse(await run(instance, 'labcast-node status')) as Status;

/** Looks again until the work does not throw any more, for at most twenty seconds; then throws its last error. */
async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 80) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

const manifest = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, 'testing', name), 'utf8');

/** `timeout` and not wget's own: Debian's static busybox crashes when it is given one. */
const askServer = (pod: string): Promise<string> =>
  run(
    control,
    `kubectl exec ${pod} -- timeout 3 wget -qO- http://server.default.svc.cluster.local:8080`,
  );

async function joinWorker(): Promise<void> {
  const credentials = await run(control, 'labcast-node issue cluster-2 10.10.0.11');
  await run(worker, 'labcast-node join', credentials);
  await eventually(async () => {
    expect((await status()).readyNodes).toEqual(['cluster', 'cluster-2']);
  });
}

beforeAll(async () => {
  for (const bridge of Object.values(bridges)) {
    execFileSync('ip', ['link', 'add', bridge, 'type', 'bridge']);
    execFileSync('ip', ['link', 'set', bridge, 'up']);
  }
  await incus.ensureProject();
  const { directory: kubernetes } = await ensureKubernetes({ cacheDir, stateDir });
  await ensureImage(kubernetesNodeRecipe, { cacheDir, incus });
  const shared = { environment: 'abcdefg', bridge: bridges.original, pool, kubernetes };
  await Promise.all([
    incus.createInstance(
      nodeInstance({
        ...shared,
        name: control,
        role: 'control-plane',
        nodeName: 'cluster',
        address: '10.10.0.10',
      }),
    ),
    incus.createInstance(
      nodeInstance({
        ...shared,
        name: worker,
        role: 'worker',
        nodeName: 'cluster-2',
        address: '10.10.0.11',
      }),
    ),
  ]);
  await run(control, 'labcast-node wait --timeout 60');
  await joinWorker();
}, 600_000);

afterAll(async () => {
  await removeProjectByForce(incus);
  await incus.close();
  for (const bridge of Object.values(bridges)) execFileSync('ip', ['link', 'delete', bridge]);
});

test('an app answers at the address of every node, and its status names its manifest', async () => {
  await run(control, 'labcast-node apply', await manifest('web.yaml'));
  await run(control, 'labcast-node wait --app web --timeout 60');
  expect((await status()).apps).toEqual({ web: { hash: 'first', available: true, reason: '' } });
  for (const [from, address] of [
    [worker, '10.10.0.10'],
    [control, '10.10.0.11'],
  ] as const) {
    expect(
      await eventually(() =>
        run(from, `curl -sf -m 2 -o /dev/null -w '%{http_code}' http://${address}/`),
      ),
    ).toBe('200');
  }
});

test('a second app that wants the same port waits and says why', async () => {
  const second = (await manifest('web.yaml')).replaceAll('web', 'late');
  await run(control, 'labcast-node apply', second);
  await expect(run(control, 'labcast-node wait --app late --timeout 5')).rejects.toThrow(
    /no address/,
  );
  await eventually(async () => {
    expect(await run(control, 'kubectl get events')).toContain('belongs to service default/web');
  });
  await run(control, 'labcast-node remove-app late');
  expect(await run(control, 'kubectl get deployments,services,configmaps')).not.toContain('late');
});

test('applying an app again removes what its manifests no longer hold, and nothing else', async () => {
  const [deployment = '', service = ''] = (await manifest('web.yaml')).split('---\n');
  await run(
    control,
    'labcast-node apply',
    `${deployment.replace('first', 'second')}---\n${service}`,
  );
  const left = await run(control, 'kubectl get deployments,services,configmaps -o name');
  expect(left.trim().split('\n').sort()).toEqual([
    'configmap/kube-root-ca.crt',
    'deployment.apps/web',
    'service/kubernetes',
    'service/web',
  ]);
  expect((await status()).apps.web?.hash).toBe('second');
});

test('an app whose image is missing says so', async () => {
  const broken = (await manifest('web.yaml'))
    .replaceAll('web', 'broken')
    .replace('labcast/nginx:1', 'labcast/absent:1')
    .replace('port: 80', 'port: 81');
  await run(control, 'labcast-node apply', broken);
  await eventually(async () => {
    expect((await status()).apps.broken?.reason).toMatch(/ErrImageNeverPull/);
  });
  await run(control, 'labcast-node remove-app broken');
});

test('pods on two nodes reach each other by name, with a volume made on the node of its pod', async () => {
  await run(control, 'labcast-node apply', await manifest('workload.yaml'));
  await run(
    control,
    'kubectl wait --for=condition=Ready --timeout=60s pod/server pod/friend pod/foe',
  );
  expect(await eventually(() => askServer('friend'))).toBe('hello\n');
  expect(await eventually(() => askServer('foe'))).toBe('hello\n');
  for (const pod of ['friend', 'server']) {
    const address = (
      await run(control, 'kubectl get service server -o jsonpath={.spec.clusterIP}')
    ).trim();
    const answer = await run(
      control,
      `kubectl exec ${pod} -- nslookup server.default.svc.cluster.local`,
    );
    expect(answer).toContain(address);
  }
  expect(await run(worker, 'cat /var/lib/labcast/volumes/*_default_pages/index.html')).toBe(
    'hello\n',
  );
});

test('a network policy lets friends in and keeps others out, until it is removed', async () => {
  await run(control, 'kubectl apply -f -', await manifest('policy.yaml'));
  await eventually(() => expect(askServer('foe')).rejects.toThrow());
  expect(await askServer('friend')).toBe('hello\n');
  await run(control, 'kubectl delete networkpolicy friends-only');
  await eventually(() => askServer('foe'));
});

test('the lab user works with kubectl, and completion knows it', async () => {
  expect(await run(control, 'su - student -c "kubectl get nodes -o name"')).toBe(
    'node/cluster\nnode/cluster-2\n',
  );
  expect(
    await run(control, 'su - student -c "kubectl logs deploy/web; kubectl auth whoami"'),
  ).toContain('admin');
  expect(
    await run(
      control,
      `bash -c '. /usr/share/bash-completion/completions/kubectl; complete -p kubectl'`,
    ),
  ).toContain('__start_kubectl');
});

test('a cluster that was cut off comes back by itself with its apps', async () => {
  await incus.stopInstance(control, { force: true });
  await incus.startInstance(control);
  await run(control, 'labcast-node wait --app web --timeout 60');
  await eventually(async () => {
    expect((await status()).readyNodes).toEqual(['cluster', 'cluster-2']);
  });
  expect(await eventually(() => askServer('friend'))).toBe('hello\n');
});

test('services that are killed come back', async () => {
  await run(control, 'systemctl kill -s KILL etcd kube-apiserver kubelet containerd labcast-agent');
  await run(control, 'labcast-node wait --app web --timeout 60');
});

test('a copy for another environment has keys of its own and keeps the objects', async () => {
  const copy = 'hijklmn-cluster';
  const command = (...words: string[]): void => {
    execFileSync('incus', ['--project', project, ...words]);
  };
  command('snapshot', 'create', control, 'checkpoint');
  command(
    'copy',
    `${control}/checkpoint`,
    copy,
    '--config=environment.LABCAST_ENVIRONMENT=hijklmn',
    `--device=eth0,parent=${bridges.copy}`,
  );
  await incus.startInstance(copy);
  await run(copy, 'labcast-node wait --app web --timeout 60');
  const found = await status(copy);
  // The worker has not been copied: it is remembered as ready, and is not counted.
  expect(found.readyNodes).toEqual(['cluster']);
  expect(found.apps.web?.hash).toBe('second');
  const identities = [control, copy].map((instance) => run(instance, 'cat /etc/machine-id'));
  expect(new Set(await Promise.all(identities)).size).toBe(2);

  const ask = `sed -n 's/.*client-certificate-data: \\([^,]*\\),.*/\\1/p' /tmp/conf | base64 -d >/tmp/crt
sed -n 's/.*client-key-data: \\([^}]*\\)}.*/\\1/p' /tmp/conf | base64 -d >/tmp/key
curl -sk -o /dev/null -w '%{http_code}' --cert /tmp/crt --key /tmp/key https://127.0.0.1:6443/api/v1/nodes`;
  const original = await incus.readFile(control, '/etc/kubernetes/admin.conf');
  await run(copy, 'cat > /tmp/conf', original.toString());
  expect(await run(copy, ask)).toBe('401');
  await run(copy, 'cp /etc/kubernetes/admin.conf /tmp/conf');
  expect(await run(copy, ask)).toBe('200');
});
