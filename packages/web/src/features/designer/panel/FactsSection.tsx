import { CopyButton, DataList, UnstyledButton } from '@mantine/core';
import { StateBadge } from '../../../components/StateBadge.tsx';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';
import { Section } from './Section.tsx';
import type { Panel } from './usePanel.ts';

interface FactsSectionProps {
  readonly panel: Panel;
  readonly name: string;
}

/** What cannot be changed, but has to be known. */
export function FactsSection({ panel, name }: FactsSectionProps) {
  const status = panel.design.status?.elements.find((element) => element.name === name);
  if (!status) return null;
  const acceleration = 'acceleration' in status ? status.acceleration : undefined;
  return (
    <Section title={panelText.facts}>
      <DataList size="sm" labelWidth="88px" gap="xs">
        <Fact label={panelText.state}>
          <StateBadge state={status.state} />
        </Fact>
        {status.reason !== undefined && <Fact label={panelText.reason}>{status.reason}</Fact>}
        {status.addresses.length > 0 && (
          <Fact label={panelText.addresses}>
            <CopyList values={status.addresses} />
          </Fact>
        )}
        {status.instances.length > 0 && (
          <Fact label={panelText.instances}>
            <CopyList values={status.instances} />
          </Fact>
        )}
        {acceleration !== undefined && (
          <Fact label={panelText.acceleration}>{panelText.accelerations[acceleration]}</Fact>
        )}
      </DataList>
    </Section>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <DataList.Item>
      <DataList.ItemLabel>{label}</DataList.ItemLabel>
      <DataList.ItemValue style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
        {children}
      </DataList.ItemValue>
    </DataList.Item>
  );
}

function CopyList({ values }: { readonly values: readonly string[] }) {
  return (
    <ul className={classes.rows} style={{ gap: 0 }}>
      {values.map((value) => (
        <li key={value}>
          <CopyButton value={value}>
            {({ copied, copy }) => (
              <UnstyledButton
                className={classes.copy}
                onClick={copy}
                title={copied ? panelText.copied : panelText.copy(value)}
              >
                {value}
                <span role="status">{copied ? ` ${panelText.copied}` : ''}</span>
              </UnstyledButton>
            )}
          </CopyButton>
        </li>
      ))}
    </ul>
  );
}
