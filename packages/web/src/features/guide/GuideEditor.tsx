import type { Blueprint as LabText, Images } from '@labcast/api-client';
import {
  describeExpected,
  editLab,
  parseBlueprint,
  type Check,
  type LabEdit,
} from '@labcast/domain';
import { Button, Group, Textarea, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { imagesQuery } from '../../api/catalogue.ts';
import type { EnvironmentAddress } from '../../api/environments.ts';
import { environmentQuery } from '../../api/environments.ts';
import { checksQuery, useRunChecks } from '../../api/labs.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { readWrittenLab } from '../designer/panel/writtenLab.ts';
import { GuidePane, type LabCheck } from '../lab/guide/GuidePane.tsx';
import { CheckList } from './CheckList.tsx';
import classes from './guidePage.module.css';
import { guideText } from './guideText.ts';
import { useSaveLab } from './useSaveLab.ts';

interface GuideEditorProps {
  readonly address: EnvironmentAddress;
  /** Of the assignment. */
  readonly title: string;
  readonly applied: LabText;
  readonly mayEdit: boolean;
}

/** Instructions as Markdown, checks in a list, and both beside it as students see them; checks run in dev. */
export function GuideEditor({ address, title, applied, mayEdit }: GuideEditorProps) {
  const save = useSaveLab(address);
  const images = useQuery(imagesQuery).data?.images;
  const checks = useMemo(
    () => readChecks(applied.blueprint, images ?? []),
    [applied.blueprint, images],
  );
  const written = useMemo(
    () => readWrittenLab(applied.blueprint).instructions,
    [applied.blueprint],
  );
  const [draft, setDraft] = useState<string>();
  const [step, setStep] = useState<number>();
  const tries = useQuery(checksQuery(address)).data?.checks ?? [];
  const environment = useQuery(environmentQuery(address)).data;
  const run = useRunChecks(address);
  const text = draft ?? written;
  const isChanged = text !== written;
  const change = (edits: readonly LabEdit[], then?: () => void) =>
    save.mutate(
      { text: editLab(applied.blueprint, edits), generation: applied.generation },
      then ? { onSuccess: then } : {},
    );
  const saveText = () =>
    change([{ kind: 'set', path: ['instructions'], value: text === '' ? undefined : text }], () =>
      setDraft(undefined),
    );
  return (
    <main className={classes.page}>
      <PageTitle>{guideText.title(title)}</PageTitle>
      <div className={classes.editor}>
        <TextPart
          {...{ title, text, mayEdit, isChanged, save }}
          onText={setDraft}
          onSave={saveText}
        />
        <CheckList text={applied.blueprint} mayEdit={mayEdit} onChange={change} />
      </div>
      <section className={classes.preview} aria-label={guideText.preview}>
        <GuidePane
          instructions={text}
          checks={checks.map((check) => toLabCheck(check, tries))}
          step={step}
          onStep={setStep}
          terminals={[]}
          onRun={() => undefined}
          running={run.isPending ? (run.variables ?? 'all') : undefined}
          error={run.error}
          onCheck={mayEdit && environment?.wanted === 'running' ? run.mutate : undefined}
        />
      </section>
    </main>
  );
}

interface TextPartProps {
  readonly title: string;
  readonly text: string;
  readonly mayEdit: boolean;
  readonly isChanged: boolean;
  readonly save: ReturnType<typeof useSaveLab>;
  readonly onText: (text: string) => void;
  readonly onSave: () => void;
}

/** The Markdown itself. */
function TextPart({ title, text, mayEdit, isChanged, save, onText, onSave }: TextPartProps) {
  const status = isChanged ? guideText.unsaved : save.isSuccess ? guideText.saved : '';
  return (
    <>
      <Group justify="space-between" wrap="nowrap">
        <Title order={1} size="h4" dir="auto">
          {guideText.title(title)}
        </Title>
        {mayEdit && (
          <Button size="xs" disabled={!isChanged} loading={save.isPending} onClick={onSave}>
            {guideText.save}
          </Button>
        )}
      </Group>
      {!mayEdit && <p>{guideText.onlyLook}</p>}
      {save.isError && <ErrorPanel error={save.error} title={guideText.refused} />}
      <Textarea
        label={guideText.editor}
        description={guideText.hint}
        value={text}
        readOnly={!mayEdit}
        dir="auto"
        classNames={{
          root: classes.field ?? '',
          wrapper: classes.grow ?? '',
          input: classes.input ?? '',
        }}
        onChange={({ currentTarget }) => onText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          if (mayEdit && isChanged) onSave();
        }}
      />
      <span role="status" className={classes.status}>
        {status}
      </span>
    </>
  );
}

function readChecks(text: string, catalogue: Images['images']): readonly Check[] {
  const parsed = parseBlueprint(text, { file: 'lab.yaml', catalogue });
  return 'blueprint' in parsed ? parsed.blueprint.checks : [];
}

function toLabCheck(check: Check, known: readonly LabCheck[]): LabCheck {
  return {
    name: check.name,
    on: check.on,
    ...(check.step !== undefined && { step: check.step }),
    expected: describeExpected(check),
    tries: known.find(({ name }) => name === check.name)?.tries ?? [],
  };
}
