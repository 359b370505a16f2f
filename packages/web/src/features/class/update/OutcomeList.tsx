import { Select } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { updateText as text } from './updateText.ts';
import type { Target } from './groupOutcomes.ts';

import classes from './update.module.css';
import { choices as allChoices, type Choice } from './useUpdate.ts';

const rowHeight = 44;

interface OutcomeListProps {
  readonly targets: readonly Target[];
  readonly nameOf: (environment: string) => string;
  /** Of single students; undefined where there is nothing to choose. */
  readonly choices: Readonly<Record<string, Choice>> | undefined;
  readonly onChoose: (environment: string, choice: Choice | undefined) => void;
}

/** One row per student: what of it is touched, and what happens. Only rows in view are drawn. */
export function OutcomeList({ targets, nameOf, choices, onChoose }: OutcomeListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: targets.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  return (
    <div ref={scroller} className={classes.list} tabIndex={0} role="list">
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const target = targets[index];
          if (!target) return null;
          const { environment, outcome, elements } = target;
          const changed = elements.filter((element) => element.outcome !== 'same');
          const touched = changed.filter(({ touchedFiles }) => touchedFiles !== 0);
          const what = choices
            ? touched.map((element) => text.touched(element.name, element.touchedFiles))
            : changed.map(({ name }) => name);
          const name = nameOf(environment);
          return (
            <div
              key={environment}
              role="listitem"
              className={classes.row}
              style={{ top: start, height: rowHeight }}
            >
              <b>
                <bdi title={name === environment ? name : `${name}, ${environment}`}>{name}</bdi>
              </b>
              <span className={classes.what} title={what.join(', ')}>
                {what.join(', ')}
              </span>
              <div className={classes.outcome}>
                {choices ? (
                  <Select
                    size="xs"
                    w={{ base: 150, xs: 180 }}
                    aria-label={`${name}: ${text.choice}`}
                    data={[
                      { value: '', label: text.asAbove },
                      ...allChoices.map((choice) => ({
                        value: choice,
                        label: text.choices[choice][0],
                      })),
                    ]}
                    value={choices[environment] ?? ''}
                    allowDeselect={false}
                    onChange={(value) =>
                      onChoose(
                        environment,
                        allChoices.find((choice) => choice === value),
                      )
                    }
                  />
                ) : (
                  text.outcomes[outcome]
                )}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
