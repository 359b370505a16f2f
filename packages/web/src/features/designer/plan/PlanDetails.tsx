import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { RequestError } from '../../../api/RequestError.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { useDesign } from '../design/Design.ts';
import { ElementChange } from './ElementChange.tsx';
import { groupChanges } from './groupChanges.ts';
import classes from './plan.module.css';
import { planText } from './planText.ts';

interface PlanDetailsProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Each change that waits, with what it costs. It is also the question before data is lost: not to apply has the focus. */
export function PlanDetails({ isOpen, onClose }: PlanDetailsProps) {
  const { pending } = useDesign();
  return (
    <Modal opened={isOpen} onClose={onClose} title={planText.title(pending.length)} size="lg">
      <Plan onClose={onClose} />
    </Modal>
  );
}

function Plan({ onClose }: { readonly onClose: () => void }) {
  const design = useDesign();
  const { pending, mayEdit, problems, refusal, isApplying } = design;
  const [wasTried, setTried] = useState(false);
  const groups = groupChanges(pending);
  const losing = groups
    .filter(({ changes }) => changes.some(({ destroysData }) => destroysData))
    .map(({ element }) => element);
  const isDone = wasTried && pending.length === 0;
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  const apply = () => {
    setTried(true);
    void design.apply({ allowDataLoss: losing.length > 0 });
  };
  const applyWithoutKeeping = () =>
    void design.apply({ allowDataLoss: true, withoutKeeping: true });
  if (pending.length === 0) return <Text>{planText.empty}</Text>;
  return (
    <>
      <Text size="sm" c="dimmed" mb="md">
        {planText.explanation}
      </Text>
      <ul className={classes.changes}>
        {groups.map((group) => (
          <ElementChange key={group.element} {...group} design={design} />
        ))}
      </ul>
      {wasTried && refusal && (
        <>
          <ErrorPanel error={refusal.error} title={planText.failed} />
          {losing.length > 0 && isUnkept(refusal.error) && (
            <Group gap="sm" my="sm">
              <Button variant="default" loading={isApplying} onClick={applyWithoutKeeping}>
                {planText.withoutKeeping}
              </Button>
              <Text size="sm">{planText.withoutKeepingHint}</Text>
            </Group>
          )}
        </>
      )}
      {losing.length > 0 && (
        <Text my="md">
          <strong>{planText.lossTitle(losing)}</strong> {planText.lossHint}
        </Text>
      )}
      {problems.length > 0 && <Text my="md">{planText.locked}</Text>}
      <div className={classes.foot}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {planText.cancel}
        </Button>
        {mayEdit && (
          <Button loading={isApplying} disabled={problems.length > 0} onClick={apply}>
            {losing.length > 0 ? planText.applyWithLoss(losing) : planText.apply(pending.length)}
          </Button>
        )}
      </div>
    </>
  );
}

/** The checkpoint failed. It must not keep anybody from deleting what is broken. */
function isUnkept(error: unknown): boolean {
  return error instanceof RequestError && error.code === 'step-failed';
}
