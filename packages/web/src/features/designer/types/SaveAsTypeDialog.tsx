import {
  Alert,
  Button,
  Code,
  CopyButton,
  Group,
  Modal,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { parameterAt, parameterPaths } from '@labcast/domain';
import { useState, type SubmitEvent } from 'react';
import { useSaveType } from '../../../api/catalogue.ts';
import { RequestError } from '../../../api/RequestError.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { useDesign } from '../design/Design.ts';
import { ParameterList } from './ParameterList.tsx';
import {
  checkType,
  describePath,
  hasErrors,
  placeProblems,
  printCommand,
  type ParameterDraft,
  type TypeErrors,
} from './typeDraft.ts';
import { typeText } from './typeText.ts';

interface SaveAsTypeDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes the lab a type for `labcast create` and for other assignments. */
export function SaveAsTypeDialog({ isOpen, onClose }: SaveAsTypeDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={typeText.title} size="lg">
      <Content onClose={onClose} />
    </Modal>
  );
}

function Content({ onClose }: { readonly onClose: () => void }) {
  const { blueprint, problems } = useDesign();
  if (problems.length > 0) return <Text>{typeText.invalid}</Text>;
  if (Object.keys(blueprint.elements).length === 0) return <Text>{typeText.emptyLab}</Text>;
  return <TypeForm onClose={onClose} />;
}

function TypeForm({ onClose }: { readonly onClose: () => void }) {
  const { blueprint, images, text } = useDesign();
  const save = useSaveType();
  const [draft, setDraft] = useState({
    name: '',
    summary: blueprint.title ?? '',
    parameters: [] as readonly ParameterDraft[],
  });
  const [wasTried, setTried] = useState(false);
  const choices = parameterPaths(blueprint, images).map((path) => ({
    path,
    value: parameterAt(path, blueprint, images)?.default ?? '',
  }));
  const found = checkType(draft);
  const errors = !wasTried ? noErrors : hasErrors(found) ? found : refusedFields(save.error, draft);
  const set = (part: Partial<typeof draft>) => {
    save.reset();
    setDraft({ ...draft, ...part });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (hasErrors(found) || save.isPending) return;
    save.mutate({
      name: draft.name,
      summary: draft.summary.trim(),
      blueprint: text,
      parameters: draft.parameters.map(({ name, path }) => ({
        name,
        path,
        summary: describePath(path),
      })),
    });
  };
  if (save.isSuccess) return <Saved name={draft.name} onClose={onClose} />;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text size="sm">{typeText.explanation}</Text>
        <TextInput
          data-autofocus
          label={typeText.name}
          description={typeText.nameHint}
          value={draft.name}
          error={errors.name}
          onChange={(event) => set({ name: event.currentTarget.value.trim() })}
        />
        <TextInput
          label={typeText.summary}
          description={typeText.summaryHint}
          dir="auto"
          value={draft.summary}
          error={errors.summary}
          onChange={(event) => set({ summary: event.currentTarget.value })}
        />
        <ParameterList
          choices={choices}
          parameters={draft.parameters}
          errors={errors.parameters}
          onChange={(parameters) => set({ parameters })}
        />
        <Preview command={printCommand(draft.name, draft.parameters)} />
        {save.isError && !hasErrors(errors) && (
          <ErrorPanel error={save.error} title={typeText.failed} />
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {typeText.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {typeText.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const noErrors: TypeErrors = { parameters: {} };

/** What the server said, at the fields; a taken name is not told as a problem with a place. */
function refusedFields(
  error: unknown,
  { parameters }: { readonly parameters: readonly ParameterDraft[] },
): TypeErrors {
  if (!(error instanceof RequestError)) return noErrors;
  if (error.code === 'name-taken')
    return { name: [error.message, error.remedy].filter(Boolean).join(' '), parameters: {} };
  return placeProblems(error.problems, parameters);
}

function Preview({ command }: { readonly command: string }) {
  return (
    <div>
      <Text size="sm" fw={600} mb={4}>
        {typeText.preview}
      </Text>
      <Group gap="sm" wrap="nowrap" align="start">
        <Code block style={{ flex: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {command}
        </Code>
        <CopyButton value={command}>
          {({ copied, copy }) => (
            <Button variant="default" size="xs" onClick={copy}>
              {copied ? typeText.copied : typeText.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
    </div>
  );
}

function Saved({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  return (
    <Stack gap="md">
      <Alert variant="outline" color="ink" role="status">
        {typeText.saved(name)}
      </Alert>
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          {typeText.close}
        </Button>
      </Group>
    </Stack>
  );
}
