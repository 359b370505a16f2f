/** An IPv4 network in CIDR notation, with the bits of its address that lie outside the prefix zero. */
export interface Ipv4Subnet {
  readonly cidr: string;
  readonly network: number;
  readonly prefix: number;
}

/** The address as a number, or undefined when the text is not a plain dotted IPv4 address. */
export function parseIpv4(text: string): number | undefined {
  if (!/^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text)) return undefined;
  const bytes = text.split('.').map(Number);
  if (bytes.some((byte) => byte > 255)) return undefined;
  return bytes.reduce((address, byte) => address * 256 + byte, 0);
}

export function formatIpv4(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

/** The network that an address such as `192.0.2.7/24` lies in, or undefined when the text is not one. */
export function parseSubnet(text: string): Ipv4Subnet | undefined {
  const [addressText, prefixText, ...rest] = text.split('/');
  const address = parseIpv4(addressText ?? '');
  if (address === undefined || rest.length > 0) return undefined;
  if (prefixText === undefined || !/^(\d|[12]\d|3[0-2])$/.test(prefixText)) return undefined;
  const prefix = Number(prefixText);
  const network = address - (address % sizeOf(prefix));
  return { cidr: `${formatIpv4(network)}/${prefixText}`, network, prefix };
}

export function firstAddress(subnet: Ipv4Subnet): number {
  return subnet.network + 1;
}

export function lastAddress(subnet: Ipv4Subnet): number {
  return subnet.network + sizeOf(subnet.prefix) - 1;
}

export function overlap(one: Ipv4Subnet, other: Ipv4Subnet): boolean {
  return one.network <= lastAddress(other) && other.network <= lastAddress(one);
}

function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}
