import { Button, CloseButton, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { useDesign } from '../design/Design.ts';
import { designText } from '../designText.ts';
import classes from './frame.module.css';

/** What has to be known above the view: refused, in conflict, unreadable, away. */
export function Notes({ onOpenYaml }: { readonly onOpenYaml: (() => void) | undefined }) {
  const { problems, conflict, resolve, notice, notify, refusal, dismissRefusal, status, mayEdit } =
    useDesign();
  const [problem] = problems;
  const host = status?.conditions.find(({ type, status: is }) => type === 'Host' && is === 'false');
  return (
    <div className={classes.notes}>
      {host && (
        <Note color="orange">
          {designText.hostAway(new Date(host.since).toLocaleTimeString([], { timeStyle: 'short' }))}
        </Note>
      )}
      {!mayEdit && <Note color="gray">{designText.lookOnly}</Note>}
      {problem && onOpenYaml && (
        <Note
          color="red"
          action={<NoteButton onPress={onOpenYaml}>{designText.openYaml}</NoteButton>}
        >
          {designText.unparsable(problem.line, problem.message)}
        </Note>
      )}
      {conflict && onOpenYaml && (
        <Note
          color="orange"
          action={
            <>
              <NoteButton onPress={onOpenYaml}>{designText.openYaml}</NoteButton>
              <NoteButton onPress={() => resolve('theirs')}>
                {designText.conflict.theirs}
              </NoteButton>
              <NoteButton onPress={() => resolve('mine')}>{designText.conflict.mine}</NoteButton>
            </>
          }
        >
          <strong>{designText.conflict.title}.</strong> {designText.conflict.text}
        </Note>
      )}
      {notice !== undefined && notice !== '' && (
        <Note
          color="orange"
          action={<CloseButton aria-label={designText.dismiss} onClick={() => notify('')} />}
        >
          {notice}
        </Note>
      )}
      {refusal && (
        <ErrorPanel
          error={refusal.error}
          title={designText.refused(refusal.elements.join(', '))}
          action={designText.dismiss}
          onRetry={dismissRefusal}
        />
      )}
    </div>
  );
}

interface NoteProps {
  readonly color: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

function Note({ color, action, children }: NoteProps) {
  return (
    <div
      className={classes.note}
      role="status"
      style={{ borderLeftColor: `var(--labcast-state-${color})` }}
    >
      <Text size="sm">{children}</Text>
      {action}
    </div>
  );
}

function NoteButton({ onPress, children }: { readonly onPress: () => void; children: string }) {
  return (
    <Button size="compact-sm" variant="default" onClick={onPress}>
      {children}
    </Button>
  );
}
