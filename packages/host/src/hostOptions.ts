import { z } from 'zod';
import { HostError } from './HostError.ts';
import { parseIpv4, parseSubnet, type Ipv4Subnet } from './ipv4.ts';

/** What the helper is told by its environment; the README of this package describes each variable. */
export interface HostOptions {
  readonly socketPath: string;
  /** Name or number of the group that may use the socket. */
  readonly socketGroup: string;
  readonly stateDirectory: string;
  /** Where Incus keeps the disks of containers: a folder for each pool. */
  readonly poolsDirectory: string;
  readonly uplinkBridge: string;
  readonly uplinkSubnet: Ipv4Subnet;
  readonly bridgePrefix: string;
  readonly firewallTable: string;
  readonly egressAllow: readonly string[];
  /** Undefined: as the host's routes say. */
  readonly egressInterfaces: readonly string[] | undefined;
  /** Undefined: as the host's resolver files say. */
  readonly nameServers: readonly string[] | undefined;
  readonly checkIntervalMs: number;
}

const absolutePath = z.string().regex(/^\/[^\0]*$/, 'must be an absolute path');
const interfaceName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.@-]{0,14}$/, 'must be the name of a network interface');
const address = z
  .string()
  .refine((text) => parseIpv4(text) !== undefined, 'must be IPv4 addresses');
const network = z.string().transform((text, context) => {
  const subnet = parseSubnet(text.includes('/') ? text : `${text}/32`);
  if (subnet !== undefined) return subnet;
  context.addIssue('must be an IPv4 network such as 10.99.0.0/16');
  return z.NEVER;
});

/** A list separated by spaces or commas. */
function listOf<Item extends z.ZodType<unknown, string>>(item: Item) {
  return z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ''))
    .pipe(z.array(item));
}

const variables = z.object({
  LABCAST_RUN_DIR: absolutePath.default('/run/labcast'),
  LABCAST_STATE_DIR: absolutePath.default('/var/lib/labcast'),
  LABCAST_INCUS_DIR: absolutePath.default('/var/lib/incus'),
  LABCAST_HOST_GROUP: z.string().min(1).default('labcast'),
  LABCAST_UPLINK_SUBNET: network
    .refine(
      ({ prefix }) => prefix >= 8 && prefix <= 29,
      'must have a prefix between /8 and /29, to hold the host and some gateways',
    )
    .prefault('10.99.0.0/16'),
  LABCAST_UPLINK_BRIDGE: interfaceName.default('lcup'),
  LABCAST_BRIDGE_PREFIX: z
    .string()
    .regex(/^[a-z]{1,3}-$/, 'must be one to three letters and a dash')
    .default('lc-'),
  LABCAST_FIREWALL_TABLE: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,30}$/, 'must be a lower-case word')
    .default('labcast'),
  LABCAST_EGRESS_ALLOW: listOf(network).prefault(''),
  LABCAST_EGRESS_INTERFACES: listOf(interfaceName).optional(),
  LABCAST_NAME_SERVERS: listOf(address).optional(),
  LABCAST_HOST_CHECK_SECONDS: z.coerce.number().min(0.1).max(3600).default(5),
});

/** Throws a `HostError` that names every variable that is wrong. */
export function parseHostOptions(environment: Readonly<NodeJS.ProcessEnv>): HostOptions {
  // An empty variable means "not set", as service files cannot leave one out.
  const given = Object.entries(environment).filter(([, value]) => value?.trim() !== '');
  const result = variables.safeParse(Object.fromEntries(given));
  if (!result.success) {
    const problems = result.error.issues.map(
      ({ path, message }) =>
        `${String(path[0])} ${message} (${environment[String(path[0])] ?? ''})`,
    );
    throw new HostError('rejected', `Wrong settings of the host helper: ${problems.join('; ')}.`);
  }
  const read = result.data;
  if (read.LABCAST_UPLINK_BRIDGE.startsWith(read.LABCAST_BRIDGE_PREFIX)) {
    throw new HostError(
      'rejected',
      `LABCAST_UPLINK_BRIDGE must not start with ${read.LABCAST_BRIDGE_PREFIX}, as lab bridges do.`,
    );
  }
  return {
    socketPath: `${read.LABCAST_RUN_DIR}/host.sock`,
    socketGroup: read.LABCAST_HOST_GROUP,
    stateDirectory: `${read.LABCAST_STATE_DIR}/host`,
    poolsDirectory: `${read.LABCAST_INCUS_DIR}/storage-pools`,
    uplinkBridge: read.LABCAST_UPLINK_BRIDGE,
    uplinkSubnet: read.LABCAST_UPLINK_SUBNET,
    bridgePrefix: read.LABCAST_BRIDGE_PREFIX,
    firewallTable: read.LABCAST_FIREWALL_TABLE,
    egressAllow: read.LABCAST_EGRESS_ALLOW.map(({ cidr }) => cidr),
    egressInterfaces: read.LABCAST_EGRESS_INTERFACES,
    nameServers: read.LABCAST_NAME_SERVERS,
    checkIntervalMs: read.LABCAST_HOST_CHECK_SECONDS * 1000,
  };
}
