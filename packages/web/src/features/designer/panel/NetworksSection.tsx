import { CloseButton, Select, Tooltip } from '@mantine/core';
import { freeName, type Attachment } from '@labcast/domain';
import { DraftInput } from './DraftInput.tsx';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';
import type { FieldReading } from './readSizeField.ts';
import { Section } from './Section.tsx';
import type { Panel } from './usePanel.ts';
import { writtenAddress } from './writtenLab.ts';

interface NetworksSectionProps {
  readonly panel: Panel;
  readonly name: string;
  readonly attachments: readonly Attachment[];
}

/** Where a machine is, with its addresses; to connect and disconnect. */
export function NetworksSection({ panel, name, attachments }: NetworksSectionProps) {
  const { design, isLocked, findApplied } = panel;
  const others = Object.keys(design.blueprint.networks).filter(
    (network) => !attachments.some((attachment) => attachment.network === network),
  );
  const fresh = freeName('net', Object.keys(design.blueprint.networks));
  const connect = (network: string) => {
    const isNew = !Object.hasOwn(design.blueprint.networks, network);
    design.edit(
      [
        ...(isNew ? [{ kind: 'add-network', name: network } as const] : []),
        { kind: 'attach', element: name, network },
      ],
      panelText.step.connect(name, network),
    );
  };
  return (
    <Section
      title={panelText.networks}
      hint={findApplied(name) ? panelText.plan.networks : undefined}
    >
      <ul className={classes.rows}>
        {attachments.map((attachment) => (
          <li key={attachment.network} className={classes.row}>
            <AddressField panel={panel} name={name} attachment={attachment} />
            <Disconnect
              panel={panel}
              name={name}
              network={attachment.network}
              isLast={attachments.length === 1}
            />
          </li>
        ))}
      </ul>
      <Select
        aria-label={panelText.connect}
        placeholder={panelText.connect}
        data={[
          ...others.map((network) => ({ value: network, label: network })),
          { value: fresh, label: `${panelText.newNetwork}: ${fresh}` },
        ]}
        value={null}
        disabled={isLocked}
        onChange={(network) => network !== null && connect(network)}
      />
    </Section>
  );
}

interface AttachmentProps {
  readonly panel: Panel;
  readonly name: string;
  readonly attachment: Attachment;
}

function AddressField({ panel, name, attachment }: AttachmentProps) {
  const { design, written, isLocked } = panel;
  const { network, addresses } = attachment;
  const given = writtenAddress(written.element(name), network);
  return (
    <DraftInput<string>
      key={`${name} ${network}`}
      label={panelText.address(network)}
      value={given ?? ''}
      placeholder={panelText.automaticNow(addresses.join(', '))}
      inputMode="decimal"
      read={readAddress}
      onCommit={(address) =>
        design.edit(
          address === undefined
            ? [{ kind: 'set', path: addressPath(panel, name, network), value: network }]
            : [{ kind: 'attach', element: name, network, address }],
          panelText.step.change(name, panelText.address(network).toLowerCase()),
        )
      }
      disabled={isLocked}
    />
  );
}

/** Of the entry in the element's list of networks. */
function addressPath({ written }: Panel, name: string, network: string): (string | number)[] {
  const list = written.element(name).networks;
  const index = Array.isArray(list)
    ? list.findIndex((each: unknown) =>
        typeof each === 'object' && each !== null && 'name' in each
          ? each.name === network
          : each === network,
      )
    : 0;
  return ['elements', name, 'networks', Math.max(index, 0)];
}

function readAddress(text: string): FieldReading<string> {
  if (text.trim() === '') return { value: undefined };
  const parts = text.trim().split('.');
  const isAddress =
    parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
  return isAddress ? { value: text.trim() } : { error: panelText.addressForm };
}

interface DisconnectProps {
  readonly panel: Panel;
  readonly name: string;
  readonly network: string;
  readonly isLast: boolean;
}

function Disconnect({ panel, name, network, isLast }: DisconnectProps) {
  const { design, isLocked } = panel;
  const label = panelText.disconnect(network);
  return (
    <Tooltip label={isLast ? panelText.lastNetwork : label} multiline maw={240}>
      <CloseButton
        mt={24}
        aria-label={isLast ? `${label}. ${panelText.lastNetwork}` : label}
        aria-disabled={isLast || isLocked}
        {...((isLast || isLocked) && { 'data-disabled': true })}
        onClick={() => {
          if (!isLast && !isLocked)
            design.edit(
              [{ kind: 'detach', element: name, network }],
              panelText.step.disconnect(name, network),
            );
        }}
      />
    </Tooltip>
  );
}
