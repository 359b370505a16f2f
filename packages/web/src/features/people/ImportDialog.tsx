import type { RosterImport } from '@labcast/api-client';
import {
  Button,
  Checkbox,
  FileButton,
  Group,
  List,
  Modal,
  ScrollArea,
  Stack,
  Text,
} from '@mantine/core';
import { useState } from 'react';
import { useImportRoster, usePreviewRoster } from '../../api/roster.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { decodeCsv } from './decodeCsv.ts';
import { importText } from './importText.ts';

interface ImportDialogProps {
  readonly course: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** A file of people: what it would do is shown before anything is written. */
export function ImportDialog({ course, isOpen, onClose }: ImportDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={importText.title} size="lg">
      <ImportForm course={course} onClose={onClose} />
    </Modal>
  );
}

function ImportForm({ course, onClose }: Omit<ImportDialogProps, 'isOpen'>) {
  const preview = usePreviewRoster(course);
  const [file, setFile] = useState<{ name: string; csv: string }>();
  const choose = async (chosen: File | null) => {
    if (!chosen) return;
    const csv = decodeCsv(new Uint8Array(await chosen.arrayBuffer()));
    setFile({ name: chosen.name, csv });
    preview.mutate(csv);
  };
  return (
    <Stack gap="md">
      {!file && <Text>{importText.hint}</Text>}
      <Group gap="sm">
        <FileButton accept=".csv,.tsv,.txt,text/csv" onChange={(chosen) => void choose(chosen)}>
          {(props) => (
            <Button {...props} variant={file ? 'default' : 'filled'} loading={preview.isPending}>
              {file ? importText.another : importText.choose}
            </Button>
          )}
        </FileButton>
        {file && <bdi>{file.name}</bdi>}
      </Group>
      {preview.isError && <ErrorPanel error={preview.error} title={importText.unread} />}
      {file && preview.data && (
        <Preview
          key={file.csv}
          course={course}
          csv={file.csv}
          plan={preview.data}
          onClose={onClose}
        />
      )}
    </Stack>
  );
}

interface PreviewProps {
  readonly course: string;
  readonly csv: string;
  readonly plan: RosterImport;
  readonly onClose: () => void;
}

function Preview({ course, csv, plan, onClose }: PreviewProps) {
  const take = useImportRoster(course);
  const [remove, setRemove] = useState<readonly string[]>([]);
  const { counts } = plan;
  const writes = counts.new + counts.changed + remove.length;
  const submit = () =>
    take.mutate(
      { csv, skipProblems: counts.problems > 0, remove: [...remove] },
      { onSuccess: onClose },
    );
  return (
    <>
      <Text role="status">{importText.counts(counts)}</Text>
      {plan.ignored.length > 0 && (
        <Text size="sm">{importText.ignored(plan.ignored.join(', '))}</Text>
      )}
      <Problems problems={plan.problems} />
      <Changes people={plan.people} />
      <Missing missing={plan.missing} remove={remove} onChange={setRemove} />
      {take.isError && <ErrorPanel error={take.error} title={importText.notImported} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {importText.cancel}
        </Button>
        {plan.people.length + plan.missing.length > 0 && (
          <Button loading={take.isPending} disabled={writes === 0} onClick={submit}>
            {writes === 0 ? importText.nothing : importText.import(counts, remove.length)}
          </Button>
        )}
      </Group>
    </>
  );
}

function Problems({ problems }: { readonly problems: RosterImport['problems'] }) {
  if (problems.length === 0) return null;
  return (
    <section aria-label={importText.problems}>
      <Text fw={600}>{importText.problems}</Text>
      <ScrollArea.Autosize mah={180}>
        <List listStyleType="none" size="sm">
          {problems.map(({ line, message, remedy }, index) => (
            <List.Item key={index}>
              {line !== undefined && importText.line(line)} {message} {remedy}
            </List.Item>
          ))}
        </List>
      </ScrollArea.Autosize>
    </section>
  );
}

function Changes({ people }: { readonly people: RosterImport['people'] }) {
  const changed = people.filter(({ change }) => change !== 'unchanged');
  if (changed.length === 0) return null;
  return (
    <ScrollArea.Autosize mah={220}>
      <List listStyleType="none" size="sm">
        {changed.map(({ line, change, name, login, fields }) => (
          <List.Item key={line}>
            {importText.kinds[change]} <bdi>{name}</bdi> ({login})
            {fields.length > 0 && `: ${fields.map(importText.field).join(', ')}`}
          </List.Item>
        ))}
      </List>
    </ScrollArea.Autosize>
  );
}

interface MissingProps {
  readonly missing: RosterImport['missing'];
  readonly remove: readonly string[];
  readonly onChange: (logins: readonly string[]) => void;
}

/** They stay, unless each is named. */
function Missing({ missing, remove, onChange }: MissingProps) {
  if (missing.length === 0) return null;
  return (
    <section aria-label={importText.missing}>
      <Text fw={600}>{importText.missing}</Text>
      <Text size="sm">{importText.missingHint}</Text>
      <ScrollArea.Autosize mah={180}>
        <Stack gap={8} mt={4}>
          {missing.map(({ login, name }) => (
            <Checkbox
              key={login}
              size="xs"
              label={importText.removeOne(name, login)}
              checked={remove.includes(login)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...remove, login]
                    : remove.filter((one) => one !== login),
                )
              }
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </section>
  );
}
