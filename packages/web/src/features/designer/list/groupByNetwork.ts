import type { Attachment, Blueprint, Element } from '@labcast/domain';

export interface ListedElement {
  readonly name: string;
  readonly element: Element;
  /** Of an app: those of its cluster. */
  readonly attachments: readonly Attachment[];
}

export interface NetworkGroup {
  readonly network: string;
  readonly subnet: string;
  readonly internet: boolean;
  readonly elements: readonly ListedElement[];
  /** Names of those that are on it too, and are listed under another network. */
  readonly alsoOn: readonly string[];
}

/**
 * Every element once, under the first network that it is on and with all its addresses; apps follow their cluster. In the
 * file's order.
 */
export function groupByNetwork({ networks, elements }: Blueprint): NetworkGroup[] {
  const all = Object.entries(elements);
  const hosts = all.flatMap(([name, element]): ListedElement[] =>
    element.kind === 'app' ? [] : [{ name, element, attachments: element.networks }],
  );
  const appsOn = ({ name, attachments }: ListedElement): ListedElement[] =>
    all
      .filter(([, element]) => element.kind === 'app' && element.on === name)
      .map(([app, element]) => ({ name: app, element, attachments }));
  return Object.entries(networks).map(([network, { subnet, internet }]) => ({
    network,
    subnet,
    internet,
    elements: hosts
      .filter(({ attachments }) => attachments[0]?.network === network)
      .flatMap((host) => [host, ...appsOn(host)]),
    alsoOn: hosts
      .filter(({ attachments }) => attachments.slice(1).some((each) => each.network === network))
      .map(({ name }) => name),
  }));
}
