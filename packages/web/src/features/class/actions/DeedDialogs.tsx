import { Button, List, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { ConfirmByName } from '../../../components/ConfirmByName.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { actionsText as text } from './actionsText.ts';
import { detailText } from '../detail/detailText.ts';
import { Buttons, ExtendForm, MessageForm } from './DeedForms.tsx';
import { ResetForm } from './ResetForm.tsx';
import { RollBackForm } from './RollBackForm.tsx';
import type { Deeds } from './useDeeds.ts';

interface DeedDialogsProps {
  readonly deeds: Deeds;
  /** Typed before labs are deleted. */
  readonly assignmentName: string;
  readonly elements: readonly string[];
  /** Of those that would be deleted. */
  readonly deleteFacts: (environments: readonly string[]) => readonly string[];
}

/** The words that some deeds need first. */
export function DeedDialogs({ deeds, assignmentName, elements, deleteFacts }: DeedDialogsProps) {
  const { asked, close, act, answer } = deeds;
  const environments = asked?.environments ?? [];
  const count = environments.length;
  const all = { environments: [...environments] };
  const error = answer.error;
  return (
    <>
      <Dialog
        isOpen={asked?.question === 'message'}
        title={text.messageTitle(count)}
        onClose={close}
      >
        <MessageForm
          error={error}
          isPending={answer.isPending}
          onClose={close}
          onSend={(words) => act({ action: 'message', ...all, text: words })}
        />
      </Dialog>
      <Dialog isOpen={asked?.question === 'extend'} title={text.extendTitle(count)} onClose={close}>
        <ExtendForm
          error={error}
          isPending={answer.isPending}
          onClose={close}
          onGive={(minutes) => act({ action: 'extend', ...all, minutes })}
        />
      </Dialog>
      <Dialog isOpen={asked?.question === 'reset'} title={text.resetTitle(count)} onClose={close}>
        <ResetForm
          error={error}
          elements={elements}
          asked={asked?.elements}
          count={count}
          isPending={answer.isPending}
          onClose={close}
          onReset={(some) =>
            act({ action: 'reset', ...all, ...(some.length > 0 && { elements: [...some] }) })
          }
        />
      </Dialog>
      <Dialog isOpen={asked?.question === 'stop'} title={text.stopTitle(count)} onClose={close}>
        <List size="sm" mb="md">
          <List.Item>{text.stopFact}</List.Item>
        </List>
        {error !== null && <ErrorPanel error={error} title={detailText.failed} />}
        <Buttons onClose={close} isPending={answer.isPending}>
          <Button loading={answer.isPending} onClick={() => act({ action: 'stop', ...all })}>
            {text.stopDo(count)}
          </Button>
        </Buttons>
      </Dialog>
      <Dialog
        isOpen={asked?.question === 'roll-back'}
        title={text.rollBackTitle(count)}
        onClose={close}
      >
        <RollBackForm
          assignment={deeds.assignment}
          environments={environments}
          count={count}
          onClose={close}
        />
      </Dialog>
      <ConfirmByName
        isOpen={asked?.question === 'delete'}
        onClose={close}
        name={assignmentName}
        deed={text.deleteDeed(count)}
        facts={deleteFacts(environments)}
        isPending={answer.isPending}
        error={error}
        onConfirm={() => act({ action: 'delete', ...all, confirm: String(count) })}
      />
    </>
  );
}

interface DialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Dialog({ isOpen, title, onClose, children }: DialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={title}>
      {children}
    </Modal>
  );
}
