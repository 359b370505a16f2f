import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { EnvironmentAddress } from '../../../api/environments.ts';
import { clusterQuery } from '../../../api/usage.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { GreyLines } from '../../../components/GreyLines.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';
import { Section } from './Section.tsx';

interface ClusterLiveProps {
  readonly address: EnvironmentAddress;
  readonly name: string;
  readonly isReady: boolean;
}

const text = panelText.cluster;
const mostEvents = 10;

/** What the cluster itself says: nodes, workloads, events. */
export function ClusterLive({ isReady, ...rest }: ClusterLiveProps) {
  return (
    <Section title={text.title}>
      {isReady ? <Told {...rest} /> : <p className={classes.hint}>{text.notReady}</p>}
    </Section>
  );
}

function Told({ address, name }: Omit<ClusterLiveProps, 'isReady'>) {
  const told = useQuery({
    ...clusterQuery({ ...address, element: name }),
    refetchInterval: 5_000,
    retry: false,
  });
  if (told.isPending) return <GreyLines label={text.loading} count={4} height={16} />;
  if (told.isError)
    return (
      <ErrorPanel error={told.error} title={text.unread} onRetry={() => void told.refetch()} />
    );
  const { nodes, workloads, events } = told.data;
  return (
    <>
      <Part title={text.nodes(nodes.length)}>
        {nodes.map((node) => (
          <li key={node.name}>
            <StateBadge state={node.ready ? 'ready' : 'attention'} word={node.name} />
            <div className={classes.dim}>
              {[node.address, node.version, node.message].filter(Boolean).join(', ')}
            </div>
          </li>
        ))}
      </Part>
      <Part title={text.workloads(workloads.length)} empty={text.noWorkloads}>
        {workloads.map((each) => (
          <li key={`${each.kind} ${each.namespace} ${each.name}`}>
            <StateBadge
              state={each.ready >= each.wanted ? 'ready' : 'attention'}
              word={text.ready(each.ready, each.wanted)}
            />
            <div>{each.name}</div>
            <div className={classes.dim}>{`${each.kind}, ${each.namespace}`}</div>
          </li>
        ))}
      </Part>
      <Part title={text.events(events.length)} empty={text.noEvents}>
        {events.slice(0, mostEvents).map((event) => (
          <li key={`${event.at} ${event.object} ${event.reason} ${event.message}`}>
            <div>{`${event.warning ? text.warning : ''}${event.reason}: ${event.message}`}</div>
            <div className={classes.dim}>
              {`${event.object}, ${new Date(event.at).toLocaleTimeString()}`}
            </div>
          </li>
        ))}
      </Part>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly empty?: string;
  readonly children: readonly ReactNode[];
}

function Part({ title, empty, children }: PartProps) {
  return (
    <details open={children.length > 0 && children.length <= 6}>
      <summary>{title}</summary>
      {children.length === 0 ? (
        <p className={classes.hint}>{empty}</p>
      ) : (
        <ul className={classes.rows}>{children}</ul>
      )}
    </details>
  );
}
