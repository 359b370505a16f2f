import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { CheckDialog } from './CheckDialog.tsx';
import { readCheck, writeCheck, type CheckDraft } from './checkDraft.ts';
import { putEntry, takeEntry } from './listEdits.ts';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';
import { Section } from './Section.tsx';
import type { Panel } from './usePanel.ts';

interface ChecksSectionProps {
  readonly panel: Panel;
  /** Only those of this element; all of the lab when absent. */
  readonly on?: string;
}

interface Opened {
  readonly at: number;
  readonly draft: CheckDraft;
}

/** What proves that the lab works. */
export function ChecksSection({ panel, on }: ChecksSectionProps) {
  const { design, written, isLocked } = panel;
  const [opened, setOpened] = useState<Opened>();
  const all = written.checks.map(readCheck);
  const shown = all.flatMap((check, at) =>
    on === undefined || check.on === on ? [{ check, at }] : [],
  );
  const elements = Object.keys(design.blueprint.elements);
  const edit = (change: ReturnType<typeof putEntry>) =>
    design.edit([change], panelText.step.checks);
  return (
    <Section title={panelText.checks(shown.length)} hint={panelText.checksHint}>
      {shown.length > 0 && (
        <ul className={classes.rows}>
          {shown.map(({ check, at }) => (
            <li key={`${at} ${check.name}`} className={classes.row}>
              <Button
                variant="subtle"
                size="compact-sm"
                justify="start"
                aria-label={panelText.editCheck(check.name)}
                onClick={() => setOpened({ at, draft: check })}
                classNames={{ label: classes.cut ?? '' }}
              >
                <bdi>{on === undefined ? `${check.on}: ${check.name}` : check.name}</bdi>
              </Button>
              <CloseButton
                aria-label={panelText.removeCheck(check.name)}
                disabled={isLocked}
                onClick={() => edit(takeEntry(['checks'], all, at))}
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        variant="default"
        size="xs"
        style={{ alignSelf: 'start' }}
        disabled={isLocked || elements.length === 0}
        onClick={() =>
          setOpened({
            at: all.length,
            draft: { name: '', on: on ?? elements[0] ?? '', run: '' },
          })
        }
      >
        {panelText.addCheck}
      </Button>
      {opened && (
        <CheckDialog
          draft={opened.draft}
          elements={elements}
          isLocked={isLocked}
          taken={all.filter((_, index) => index !== opened.at).map(({ name }) => name)}
          onClose={() => setOpened(undefined)}
          onSave={(check) => {
            edit(putEntry(['checks'], all, opened.at, writeCheck(check)));
            setOpened(undefined);
          }}
        />
      )}
    </Section>
  );
}
