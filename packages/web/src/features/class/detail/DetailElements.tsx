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
import { reasonOf } from '../../designer/design/reasonOf.ts';
import type { Deeds } from '../actions/useDeeds.ts';
import { detailText as text } from './detailText.ts';
import { Block } from './Block.tsx';
import classes from './detail.module.css';

interface DetailElementsProps {
  readonly path: EnvironmentAddress;
  readonly lab: EnvironmentView;
  readonly deeds: Deeds;
  /** False for one that is frozen: nothing is done to it. */
  readonly isOpen: boolean;
}

/** Each element with its state, what it takes, its consoles, and the way to make it anew. */
export function DetailElements({ path, lab, deeds, isOpen }: DetailElementsProps) {
  const consoles = useConsoles(path, lab);
  const usage = useQuery({ ...usageQuery(path), refetchInterval: 5_000, retry: false }).data;
  // Assistants see what happens in consoles; files are taken without a trace on the student's screen.
  const isMine = (kind: string) => deeds.mayChange || kind !== 'files';
  const elements = lab.status.elements.filter(({ kind }) => kind !== 'gateway');
  return (
    <Block title={text.elements}>
      <ul className={classes.elements}>
        {elements.map((element) => {
          const { name, kind, state } = element;
          const reason = reasonOf(element);
          const use = usage?.samples.at(-1)?.elements.find((each) => each.name === name);
          const kinds = consoles.find((each) => each.element === name)?.kinds.filter(isMine) ?? [];
          return (
            <li key={name}>
              <div className={classes.elementLine}>
                <b>{name}</b>
                <StateBadge state={state} />
                {use && state !== 'stopped' && (
                  <span className={classes.dimmed}>
                    {printSize(use.memoryBytes)} {text.memory}, {use.cpuCores.toFixed(2)}{' '}
                    {text.cores}
                  </span>
                )}
                <span className={classes.grow} />
                {kind !== 'app' && isOpen && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={text.resetElement(name)}
                    onClick={() => deeds.ask('reset', [path.environment], [name])}
                  >
                    {text.reset}
                  </Button>
                )}
              </div>
              {reason !== undefined && <p className={classes.note}>{reason}</p>}
              <div className={classes.elementLine}>
                {isOpen &&
                  kinds.map((console) => (
                    <Button
                      key={console}
                      size="compact-xs"
                      variant="default"
                      aria-label={`${name} ${consoleText.kinds[console]}`}
                      onClick={() =>
                        openConsoleWindow({
                          ...path,
                          console: { element: name, kind: console, number: 1 },
                        })
                      }
                    >
                      {consoleText.kinds[console]}
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
