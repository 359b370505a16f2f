/** IPv4 addresses and subnets as people write them. Addresses are numbers from 0 to 2^32 - 1. */
export interface Subnet {
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
}

/** Undefined for anything but four decimal numbers; leading zeros are refused, since they mean octal to some programs. */
export function parseAddress(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let address = 0;
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined;
    address = address * 256 + Number(part);
  }
  return address;
}

export function writeAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => String(Math.floor(address / 2 ** shift) % 256)).join('.');
}

/** Undefined for anything but `address/prefix`. The address may lie inside the subnet: `first` is its beginning. */
export function parseSubnet(text: string): Subnet | undefined {
  const [addressText = '', prefixText = '', ...rest] = text.split('/');
  const address = parseAddress(addressText);
  if (address === undefined || rest.length > 0 || !/^([12]?\d|3[0-2])$/.test(prefixText))
    return undefined;
  const prefix = Number(prefixText);
  const size = 2 ** (32 - prefix);
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1, prefix };
}

/** For subnets that are known to be well-formed; anything else is a bug and throws a plain error. */
export function getSubnet(text: string): Subnet {
  const subnet = parseSubnet(text);
  if (!subnet) throw new Error(`Not a subnet: ${text}`);
  return subnet;
}

export function writeSubnet(subnet: Subnet): string {
  return `${writeAddress(subnet.first)}/${String(subnet.prefix)}`;
}

export function overlaps(a: Subnet, b: Subnet): boolean {
  return a.first <= b.last && b.first <= a.last;
}

export function contains(outer: Subnet, inner: Subnet): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}
