import type { HostOptions } from '../hostOptions.ts';
import { HostError } from '../HostError.ts';
import { firstAddress, formatIpv4, lastAddress, parseIpv4 } from '../ipv4.ts';
import type { RunCommand } from '../runCommand.ts';
import { observeSurroundings, type Surroundings } from '../surroundings/observeSurroundings.ts';
import { firewallTable, type FirewallInput } from './firewallTable.ts';
import { createKernelFirewall } from './kernelFirewall.ts';

/** Who may send what where: the table in the kernel, kept as the host around it changes. Not for concurrent use. */
export interface LabFirewall {
  /** Puts the table in place, takes over the egress addresses that a former helper left there. */
  start(): Promise<void>;
  /** Puts the table back, or renews it for a changed host; returns why it had to, or undefined. */
  ensure(): Promise<string | undefined>;
  isInPlace(): Promise<boolean>;
  setEgress(address: string, allowed: boolean): Promise<void>;
  listEgress(): string[];
  listNameServers(): readonly string[];
  remove(): Promise<void>;
}

export function createLabFirewall(options: HostOptions, run: RunCommand): LabFirewall {
  const kernel = createKernelFirewall(options.firewallTable, run);
  const egress = new Set<string>();
  let surroundings: Surroundings = { nameServers: [], hostNetworks: [], outsideInterfaces: [] };
  let installed: string | undefined;

  function input(): FirewallInput {
    return {
      table: options.firewallTable,
      bridgePrefix: options.bridgePrefix,
      uplinkBridge: options.uplinkBridge,
      uplinkSubnet: options.uplinkSubnet.cidr,
      allowedNetworks: options.egressAllow,
      egress: [...egress],
      ...surroundings,
    };
  }

  async function install(): Promise<void> {
    await kernel.install(input());
    installed = firewallTable({ ...input(), egress: [] });
  }

  function checkAddress(text: string): void {
    const { uplinkSubnet } = options;
    const address = parseIpv4(text);
    const isGateway =
      address !== undefined &&
      address > firstAddress(uplinkSubnet) &&
      address < lastAddress(uplinkSubnet);
    if (isGateway) return;
    throw new HostError(
      'rejected',
      `"${text.slice(0, 40)}" is not the address of a gateway: those lie in ${uplinkSubnet.cidr}, ` +
        `after ${formatIpv4(firstAddress(uplinkSubnet))}, which is the host's.`,
    );
  }

  async function observe(): Promise<void> {
    surroundings = await observeSurroundings(options, run);
  }

  return {
    async start() {
      await observe();
      for (const address of await kernel.readEgress()) egress.add(address);
      await install();
    },
    async ensure() {
      await observe();
      const isChanged = firewallTable({ ...input(), egress: [] }) !== installed;
      const isInPlace = await kernel.isInPlace(egress);
      if (isInPlace && !isChanged) return undefined;
      await install();
      return isInPlace ? 'the networks of the host changed' : 'the table was changed or removed';
    },
    isInPlace: () => kernel.isInPlace(egress),
    async setEgress(address, allowed) {
      checkAddress(address);
      const isInPlace = await kernel.isInPlace(egress);
      if (allowed) egress.add(address);
      else egress.delete(address);
      try {
        await (isInPlace ? kernel.setEgress(address, allowed) : install());
      } catch (cause) {
        // What is open must never be more than what the kernel was told.
        egress.delete(address);
        throw cause;
      }
    },
    listEgress: () => [...egress].sort(),
    listNameServers: () => surroundings.nameServers,
    async remove() {
      egress.clear();
      installed = undefined;
      await kernel.remove();
    },
  };
}
