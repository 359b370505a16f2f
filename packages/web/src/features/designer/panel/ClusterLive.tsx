import type { EnvironmentAddress } from '../../../api/environments.ts';
import { panelText } from './panelText.ts';
import { Section } from './Section.tsx';
import classes from './panel.module.css';

interface ClusterLiveProps {
  readonly address: EnvironmentAddress;
  readonly name: string;
  readonly isReady: boolean;
}

/** What the cluster itself says: nodes, workloads, events. */
export function ClusterLive({ isReady }: ClusterLiveProps) {
  return (
    <Section title={panelText.cluster.title}>
      {!isReady && <p className={classes.hint}>{panelText.cluster.notReady}</p>}
    </Section>
  );
}
