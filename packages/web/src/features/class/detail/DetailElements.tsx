import type { EnvironmentView } from '@labcast/api-client';
import { parseBlueprint, printSize } from '@labcast/domain';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { imagesQuery } from '../../../api/catalogue.ts';
import { blueprintQuery, type EnvironmentAddress } from '../../../api/environments.ts';
import { usageQuery } from '../../../api/usage.ts';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { consoleText } from '../../console/consoleText.ts';
import { listConsoles } from '../../console/dock/listConsoles.ts';
import { openConsoleWindow } from '../../console/dock/openConsoleWindow.ts';
import type { Deeds } from '../actions/useDeeds.ts';
import { classText } from '../classText.ts';
import { Block } from './Block.tsx';
import classes from './detail.module.css';

const text = classText.detail;

interface DetailElementsProps {
  readonly path: EnvironmentAddress;
  readonly lab: EnvironmentView;
  readonly deeds: Deeds;
}

/** Each element with its state, what it takes, its consoles, and the way to make it anew. */
export function DetailElements({ path, lab, deeds }: DetailElementsProps) {
  const consoles = useConsoles(path, lab);
  const usage = useQuery({ ...usageQuery(path), refetchInterval: 5_000, retry: false }).data;
  const elements = lab.status.elements.filter(({ kind }) => kind !== 'gateway');
  return (
    <Block title={text.elements}>
      <ul className={classes.elements}>
        {elements.map(({ name, state, reason }) => {
          const use = usage?.samples.at(-1)?.elements.find((each) => each.name === name);
          const kinds = consoles.find(({ element }) => element === name)?.kinds ?? [];
          return (
            <li key={name}>
              <div className={classes.elementLine}>
                <b>{name}</b>
                <StateBadge state={state} />
                {use && (
                  <span className={classes.dimmed}>
                    {printSize(use.memoryBytes)} {text.memory}, {use.cpuCores.toFixed(2)}{' '}
                    {text.cores}
                  </span>
                )}
              </div>
              {reason !== undefined && <p className={classes.note}>{reason}</p>}
              <div className={classes.elementLine}>
                {deeds.mayChange &&
                  kinds.map((kind) => (
                    <Button
                      key={kind}
                      size="compact-xs"
                      variant="default"
                      aria-label={`${name} ${consoleText.kinds[kind]}`}
                      onClick={() =>
                        openConsoleWindow({ ...path, console: { element: name, kind, number: 1 } })
                      }
                    >
                      {consoleText.kinds[kind]}
                    </Button>
                  ))}
              </div>
            </li>
          );
        })}
      </ul>
    </Block>
  );
}

/** By the lab.yaml of the student's own lab: it may be another one than dev's. */
function useConsoles(path: EnvironmentAddress, lab: EnvironmentView) {
  const blueprint = useQuery(blueprintQuery(path)).data?.blueprint;
  const images = useQuery(imagesQuery).data?.images;
  return useMemo(() => {
    if (blueprint === undefined || !images) return [];
    const parsed = parseBlueprint(blueprint, { file: 'lab.yaml', catalogue: images });
    const known = 'blueprint' in parsed ? parsed.blueprint : undefined;
    return listConsoles(lab.status.elements, known, images);
  }, [blueprint, images, lab.status.elements]);
}
