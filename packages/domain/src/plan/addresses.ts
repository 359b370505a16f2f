/** IPv4 arithmetic on text, for addresses that were validated before: malformed ones are bugs and throw plain errors. */

function toNumber(address: string): number {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255))
    throw new Error(`Not an IPv4 address: ${address}`);
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

function toText(value: number): string {
  return [24, 16, 8, 0].map((shift) => String(Math.floor(value / 2 ** shift) % 256)).join('.');
}

/** `10.10.0.0/24` -> `24`. */
export function prefixLength(subnet: string): number {
  const length = Number(subnet.split('/')[1]);
  if (!Number.isInteger(length) || length < 0 || length > 32)
    throw new Error(`Not a subnet: ${subnet}`);
  return length;
}

/** The n-th address of a subnet; 0 is the network itself. Throws when the subnet has no such address. */
export function nthAddress(subnet: string, n: number): string {
  const size = 2 ** (32 - prefixLength(subnet));
  if (n < 0 || n >= size) throw new Error(`${subnet} has no address number ${String(n)}.`);
  return toText(toNumber(subnet.split('/')[0] ?? '') + n);
}

/** The gateway has the first address of every network, in every copy of a lab. */
export function gatewayAddress(subnet: string): string {
  return nthAddress(subnet, 1);
}

/**
 * The same address has the same MAC in every copy, so that leases and everything that remembers a MAC stays valid in a
 * clone. `02` marks it as locally administered.
 */
export function macAddress(address: string): string {
  const bytes = address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'));
  return ['02', '4c', ...bytes].join(':');
}
