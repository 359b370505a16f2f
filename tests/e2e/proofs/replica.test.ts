import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillClass, findSeats, inside, openDev, type Seat } from '../support/classroom.ts';
import { removeCourse, type Assignment } from '../support/design.ts';
import {
  checkPages,
  installClient,
  installPostgres,
  lastAcknowledged,
  loadPostgres,
  query,
} from '../support/postgres.ts';
import { eventually } from '../support/views.ts';

const lab = `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: false }
elements:
  db: { kind: container, image: debian-12, cpu: 1, memory: 384MiB, storage: 2GiB }
  shop: { kind: container, image: debian-12, cpu: 0.5, memory: 192MiB, storage: 1GiB }
  cluster: { kind: cluster, nodes: 1, cpu: 2, memory: 1GiB, storage: 4GiB }
`;

/** Made by hand, as an instructor does at a prompt: nothing of it stands in lab.yaml. */
const objects = `apiVersion: v1
kind: ConfigMap
metadata: { name: notes }
data: { hint: look at the logs }
---
apiVersion: v1
kind: Secret
metadata: { name: flag }
stringData: { value: lab-secret }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: work }
spec:
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: 10Mi } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: keeper }
spec:
  selector: { matchLabels: { app: keeper } }
  template:
    metadata: { labels: { app: keeper } }
    spec:
      terminationGracePeriodSeconds: 0
      containers:
        - name: keeper
          image: localhost/labcast/busybox:1
          imagePullPolicy: Never
          command: [sleep, '36000']
          volumeMounts:
            - { name: claimed, mountPath: /claimed }
            - { name: shared, mountPath: /shared }
      volumes:
        - { name: claimed, persistentVolumeClaim: { claimName: work } }
        - { name: shared, hostPath: { path: /srv/shared, type: DirectoryOrCreate } }
`;

let assignment: Assignment;
let dev: Seat;
let copies: readonly Seat[];
/** The client knew so much to be kept before the checkpoint was asked for. */
let before: number;
const of = ({ key }: Seat, element: string): string => `${key}-${element}`;

beforeAll(async () => {
  assignment = await openDev(lab);
  const [found] = await findSeats(assignment, ['dev']);
  dev = found!;
  await Promise.all([makeObjects(of(dev, 'cluster')), makeBank()]);
  before = await eventually(
    'the bank is busy',
    () => lastAcknowledged(of(dev, 'shop')),
    (number) => number > 200,
  );
  await fillClass(assignment, 2);
  copies = await findSeats(assignment, ['prod', '01', '02']);
}, 600_000);
afterAll(() => removeCourse(assignment), 240_000);

async function makeBank(): Promise<void> {
  await installPostgres(of(dev, 'db'));
  await installClient(of(dev, 'shop'));
  await loadPostgres(of(dev, 'shop'), 'db');
}

async function makeObjects(cluster: string): Promise<void> {
  await inside(cluster, `cat <<'EOF' | kubectl apply -f -\n${objects}EOF`);
  await inside(cluster, 'kubectl wait --for=condition=Available --timeout=90s deployment/keeper');
  const write = 'echo precious >/claimed/file; echo common >/shared/file';
  await inside(cluster, `kubectl exec deployment/keeper -- sh -c '${write}'`);
}

const numberOf = async (seat: Seat, sql: string): Promise<number> =>
  Number(await query(of(seat, 'db'), sql));

async function untilServing(seat: Seat): Promise<void> {
  await eventually(
    `the database of ${seat.name} is there`,
    () => query(of(seat, 'db'), 'select 1'),
    (answer) => answer === '1',
  );
}

describe('a database that was written to while the checkpoint was taken', () => {
  test('starts in every copy with all that the client knew to be kept, and no hole', async () => {
    for (const seat of copies) {
      await untilServing(seat);
      const acknowledged = await lastAcknowledged(of(seat, 'shop'));
      expect(acknowledged).toBeGreaterThanOrEqual(before);
      const last = await numberOf(seat, 'select max(number) from receipt');
      expect(last).toBeGreaterThanOrEqual(acknowledged);
      expect(await numberOf(seat, 'select count(*) from receipt')).toBe(last);
    }
    const [first] = copies;
    const kept = await numberOf(first!, 'select max(number) from receipt');
    // Dev was not stopped by any of this.
    expect(await lastAcknowledged(of(dev, 'shop'))).toBeGreaterThan(kept);
  });

  test('has no money lost or made in any copy', async () => {
    const sums = `select (select sum(abalance) from pgbench_accounts) || ' ' ||
      (select sum(tbalance) from pgbench_tellers) || ' ' ||
      (select sum(bbalance) from pgbench_branches) || ' ' ||
      (select sum(delta) from pgbench_history)`;
    for (const seat of copies) {
      expect(await numberOf(seat, 'select count(*) from pgbench_history')).toBeGreaterThan(0);
      expect(new Set((await query(of(seat, 'db'), sums)).split(' ')).size).toBe(1);
    }
  });

  test('has indexes that fit their tables, and no damaged page', async () => {
    const indexes = `select count(bt_index_check(index.oid, true)) from pg_class index
      join pg_am method on method.oid = relam
      where amname = 'btree' and relkind = 'i' and relpersistence = 'p'`;
    for (const seat of copies) {
      expect(await numberOf(seat, indexes)).toBeGreaterThan(100);
      const found = await checkPages(of(seat, 'db'));
      expect(found).toMatch(/Bad checksums:\s+0\b/);
      expect(Number(/Blocks scanned:\s+(\d+)/.exec(found)?.[1])).toBeGreaterThan(1000);
    }
  });
});

describe('a cluster in which things were made by hand', () => {
  const ask = (seat: Seat, command: string): Promise<string> =>
    inside(of(seat, 'cluster'), command);

  test('has its objects and what is in its volumes in every copy', async () => {
    for (const seat of copies) {
      expect(await ask(seat, "kubectl get configmap notes -o 'jsonpath={.data.hint}'")).toBe(
        'look at the logs',
      );
      expect(
        await ask(seat, "kubectl get secret flag -o 'jsonpath={.data.value}' | base64 -d"),
      ).toBe('lab-secret');
      await ask(seat, 'kubectl wait --for=condition=Available --timeout=90s deployment/keeper');
      const files = 'kubectl exec deployment/keeper -- cat /claimed/file /shared/file';
      const read = () => ask(seat, files);
      expect(await eventually('its pod answers', read, (text) => text !== '')).toBe(
        'precious\ncommon',
      );
    }
  });

  test('trusts an authority of its own, and refuses the certificates and tokens of all others', async () => {
    const seats = [dev, ...copies];
    const authorities = await Promise.all(
      seats.map((seat) =>
        ask(seat, "kubectl get configmap kube-root-ca.crt -o 'jsonpath={.data.ca\\.crt}'"),
      ),
    );
    expect(authorities.every((text) => text.includes('BEGIN CERTIFICATE'))).toBe(true);
    expect(new Set(authorities).size).toBe(seats.length);
    const credentials = await Promise.all(
      seats.map(async (seat) => ({
        admin: await ask(seat, 'cat /etc/kubernetes/admin.conf'),
        token: await ask(seat, 'kubectl create token default'),
      })),
    );
    for (const [here, seat] of seats.entries()) {
      for (const [there, { admin, token }] of credentials.entries()) {
        const codes = await ask(seat, askServer(admin, token));
        // A service account may not list nodes, but is known.
        expect([seat.name, there, codes]).toEqual([
          seat.name,
          there,
          here === there ? '200 403' : '401 401',
        ]);
      }
    }
  });
});

/** The answers of a cluster's API to somebody with that certificate, and to somebody with that token. */
function askServer(admin: string, token: string): string {
  const curl = "curl -sk -o /dev/null -w '%{http_code}'";
  const nodes = 'https://127.0.0.1:6443/api/v1/nodes';
  return `folder=$(mktemp -d); cd $folder
cat >conf <<'EOF'
${admin}
EOF
sed -n 's/.*client-certificate-data: \\([^,]*\\),.*/\\1/p' conf | base64 -d >crt
sed -n 's/.*client-key-data: \\([^}]*\\)}.*/\\1/p' conf | base64 -d >key
echo "$(${curl} --cert crt --key key ${nodes}) $(${curl} -H 'Authorization: Bearer ${token}' ${nodes})"
rm -r $folder`;
}
