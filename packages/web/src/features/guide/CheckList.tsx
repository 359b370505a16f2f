import type { LabEdit } from '@labcast/domain';
import { Button, CloseButton, Title } from '@mantine/core';
import { useState } from 'react';
import { CheckDialog } from '../designer/panel/CheckDialog.tsx';
import { readCheck, writeCheck, type CheckDraft } from '../designer/panel/checkDraft.ts';
import { putEntry, takeEntry } from '../designer/panel/listEdits.ts';
import { readWrittenLab } from '../designer/panel/writtenLab.ts';
import classes from './guidePage.module.css';
import { guideText } from './guideText.ts';

interface CheckListProps {
  /** lab.yaml */
  readonly text: string;
  readonly mayEdit: boolean;
  readonly onChange: (edits: readonly LabEdit[]) => void;
}

/** All checks of a lab, to change, add and remove. */
export function CheckList({ text, mayEdit, onChange }: CheckListProps) {
  const [opened, setOpened] = useState<{ at: number; draft: CheckDraft }>();
  const written = readWrittenLab(text);
  const checks = written.checks.map(readCheck);
  const elements = written.names;
  return (
    <section className={classes.checks}>
      <Title order={2} size="h5">
        {guideText.checks}
      </Title>
      {checks.length === 0 && <p>{guideText.noChecks}</p>}
      <ul>
        {checks.map((check, at) => (
          <li key={`${at} ${check.name}`}>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={guideText.edit(check.name)}
              onClick={() => setOpened({ at, draft: check })}
            >
              <bdi>{check.name}</bdi>
            </Button>
            <span>
              {guideText.at(check.on, check.step === undefined ? undefined : Number(check.step))}
            </span>
            <CloseButton
              aria-label={guideText.remove(check.name)}
              disabled={!mayEdit}
              onClick={() => onChange([takeEntry(['checks'], checks, at)])}
            />
          </li>
        ))}
      </ul>
      {mayEdit && elements.length === 0 && <p>{guideText.nothingToCheck}</p>}
      {mayEdit && elements.length > 0 && (
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            setOpened({ at: checks.length, draft: { name: '', on: elements[0] ?? '', run: '' } })
          }
        >
          {guideText.add}
        </Button>
      )}
      {opened && (
        <CheckDialog
          draft={opened.draft}
          elements={elements}
          isLocked={!mayEdit}
          taken={checks.filter((_, at) => at !== opened.at).map(({ name }) => name)}
          onClose={() => setOpened(undefined)}
          onSave={(check) => {
            onChange([putEntry(['checks'], checks, opened.at, writeCheck(check))]);
            setOpened(undefined);
          }}
        />
      )}
    </section>
  );
}
