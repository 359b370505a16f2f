/**
 * Every name that Labcast gives to something outside its database, computed from the environment's key, so that a second
 * attempt meets the first one's work instead of doubling it.
 */

/** Seven lowercase letters and digits, unique among all environments ever made; the first character is a letter. */
export type EnvironmentKey = string & { readonly __kind: 'EnvironmentKey' };

const keyPattern = /^[a-z][a-z0-9]{6}$/;

/** Throws a plain error on anything else: a malformed key is a bug, never a person's mistake. */
export function parseEnvironmentKey(text: string): EnvironmentKey {
  if (!keyPattern.test(text)) throw new Error(`Not an environment key: ${JSON.stringify(text)}`);
  return text as EnvironmentKey;
}

/** All bridges of labs, and nothing else on the host, start with this: the firewall table matches `lc-*`. */
export const labBridgePrefix = 'lc-';

/** Interface names have at most 15 characters (IFNAMSIZ), this one has 12 or 13. `index` counts networks from 0. */
export function bridgeName(key: EnvironmentKey, index: number): string {
  return `${bridgePrefix(key)}${String(index)}`;
}

/** What all bridges of one environment start with. */
export function bridgePrefix(key: EnvironmentKey): string {
  return `${labBridgePrefix}${key}-`;
}

/** The instance that realises an element; a cluster's nodes after the first are numbered from 2. */
export function instanceName(key: EnvironmentKey, element: string, node = 1): string {
  return node === 1 ? `${key}-${element}` : `${key}-${element}-${String(node)}`;
}

/** No element can be called `gateway`, so this never collides. */
export function gatewayName(key: EnvironmentKey): string {
  return instanceName(key, 'gateway');
}

/** The container in which an uploaded disk arrives and is looked at. */
export function stagingInstanceName(uploadId: string): string {
  return `upload-${uploadId.replaceAll('-', '').slice(0, 12)}`;
}

/** Labels that every Incus object of ours carries. `installation` tells two Labcasts on one Incus apart. */
export const labels = {
  installation: 'user.labcast.installation',
  environment: 'user.labcast.environment',
  assignment: 'user.labcast.assignment',
  element: 'user.labcast.element',
  role: 'user.labcast.role',
  /** What the blueprint calls the image that the instance was made from. */
  image: 'user.labcast.image',
  /** The key of the checkpoint's environment whose disk the instance began with; none for one made from its image. */
  origin: 'user.labcast.origin',
  /** The reset that it was made for. */
  reset: 'user.labcast.reset',
  /** How many restarts had been asked for when it was started. */
  restarts: 'user.labcast.restarts',
  /** On a worker: the key of the environment whose control plane it joined, which a clone's is not. */
  joined: 'user.labcast.joined',
  /** On a gateway: hash of the networks that it was seen to take; missing while it is told new ones. */
  applied: 'user.labcast.applied',
  /** How many bytes more than stated its disk may hold: it began full, and Incus needs some to write on. */
  room: 'user.labcast.room',
  /** Hash of the files and commands that were put into the instance completely. */
  provisioned: 'user.labcast.provisioned',
} as const;
