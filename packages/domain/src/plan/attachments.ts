import type { Attachment } from '../blueprint/blueprint.ts';
import type { DesiredNetwork } from '../environment/desired.ts';
import { gatewayAddress, macAddress, prefixLength } from './addresses.ts';
import { labInterface } from './instanceConfig.ts';

/**
 * The interfaces of one instance: `eth0` on its first network with the default route, `eth1` on its second, and so on.
 * `member` chooses the address where an element has several instances.
 *
 * `interfaces` is what our images read at boot: `eth0,10.10.0.10/24,10.10.0.1;eth1,10.20.0.10/24,`.
 */
export function attach(
  networks: readonly DesiredNetwork[],
  attachments: readonly Attachment[],
  member: number,
): {
  devices: Record<string, Record<string, string>>;
  interfaces: string;
  addresses: string[];
  bridges: string[];
} {
  const interfaces = attachments.map((attachment, index) => {
    const network = networks.find(({ name }) => name === attachment.network);
    const address = attachment.addresses[member];
    if (!network || !address)
      throw new Error(`A validated blueprint has no address on ${attachment.network}.`);
    return { name: `eth${String(index)}`, network, address };
  });
  return {
    devices: Object.fromEntries(
      interfaces.map(({ name, network, address }) => [
        name,
        labInterface(network.bridge, name, macAddress(address)),
      ]),
    ),
    interfaces: interfaces
      .map(({ name, network, address }, index) =>
        [
          name,
          `${address}/${String(prefixLength(network.subnet))}`,
          index === 0 ? gatewayAddress(network.subnet) : '',
        ].join(','),
      )
      .join(';'),
    addresses: interfaces.map(({ address }) => address),
    bridges: interfaces.map(({ network }) => network.bridge),
  };
}
