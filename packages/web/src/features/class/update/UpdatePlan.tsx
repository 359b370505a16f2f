import type { RolloutPlanView, StudentView } from '@labcast/api-client';
import { Anchor, Button, Checkbox, Radio, Stack, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { Answer } from '../../../components/Answer.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { updateText as text } from './updateText.ts';
import { nameOf } from '../board/describeStudent.ts';
import { Forecast } from '../deploy/Forecast.tsx';
import { countUpdated, groupOutcomes } from './groupOutcomes.ts';
import { OutcomeGroup } from './OutcomeGroup.tsx';
import classes from './update.module.css';
import { useUpdate } from './useUpdate.ts';

interface UpdatePlanProps {
  readonly assignment: string;
  readonly release: number;
  /** Undefined for all that are there. */
  readonly environments: readonly string[] | undefined;
  readonly students: readonly StudentView[];
}

/** Who gets what, before anything happens: whose work is touched, what becomes of it, and how to get it back. */
export function UpdatePlan(props: UpdatePlanProps) {
  const update = useUpdate(props);
  return (
    <Answer query={update.plan} loading={text.loading} unread={text.unread} lines={6}>
      {(plan) => <Planned {...props} plan={plan} update={update} />}
    </Answer>
  );
}

interface PlannedProps extends Pick<UpdatePlanProps, 'assignment' | 'students'> {
  readonly plan: RolloutPlanView;
  readonly update: ReturnType<typeof useUpdate>;
}

function Planned({ assignment, students, plan, update }: PlannedProps) {
  const { draft, change, isWritten, rollOut } = update;
  const { targets, forecast, fits } = plan;
  const navigate = useNavigate();
  const count = countUpdated(targets);
  const names = new Map(students.map((student) => [student.environment, nameOf(student)] as const));
  const toClass = () => void navigate({ to: '/a/$assignment/class', params: { assignment } });
  return (
    <Stack gap="xl">
      <Text>{text.nothingYet}</Text>
      {targets.length === 0 && <Text>{text.nobody}</Text>}
      {groupOutcomes(targets).map((group) => (
        <OutcomeGroup
          key={group.group}
          {...group}
          nameOf={(environment) => names.get(environment) ?? environment}
          update={update}
        />
      ))}
      {forecast && count > 0 && <Forecast forecast={forecast} />}
      <WhenChoice draft={draft} change={change} count={count} />
      {rollOut.isError && <ErrorPanel error={rollOut.error} title={text.refused} />}
      <div className={classes.foot}>
        <Button
          size="md"
          loading={rollOut.isPending}
          disabled={count === 0 || !fits || !isWritten}
          onClick={() => update.start(toClass)}
        >
          {draft.isOffered ? text.offerTo(count) : text.button(count)}
        </Button>
        {!isWritten && <Text size="sm">{text.scriptMissing}</Text>}
        {count === 0 && targets.length > 0 && <Text size="sm">{text.nobody}</Text>}
        <Anchor component={Link} to={`/a/${assignment}/class`}>
          {text.back}
        </Anchor>
      </div>
    </Stack>
  );
}

interface WhenChoiceProps extends Pick<ReturnType<typeof useUpdate>, 'draft' | 'change'> {
  readonly count: number;
}

/** For all of them now, or for each when it suits. */
function WhenChoice({ draft, change, count }: WhenChoiceProps) {
  return (
    <>
      <Radio.Group
        label={text.when}
        value={draft.isOffered ? 'offered' : 'now'}
        onChange={(value) => change({ isOffered: value === 'offered' })}
      >
        <Stack gap="xs" mt={4}>
          <Radio value="now" label={text.whens.now[0]} description={text.whens.now[1]} />
          <Radio
            value="offered"
            label={text.whens.offered[0]}
            description={text.whens.offered[1]}
          />
        </Stack>
      </Radio.Group>
      {count > 1 && !draft.isOffered && (
        <Checkbox
          label={text.canary}
          checked={draft.hasCanary}
          onChange={(event) => change({ hasCanary: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
