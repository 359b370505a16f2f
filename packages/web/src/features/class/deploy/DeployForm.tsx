import type { ClassView } from '@labcast/api-client';
import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useRollOut } from '../../../api/class.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { deployText as text } from './deployText.ts';
import classes from './deploy.module.css';
import { Forecast } from './Forecast.tsx';
import { useDeployment } from './useDeployment.ts';
import { WhenField } from './WhenField.tsx';
import { WhoField } from './WhoField.tsx';

interface DeployFormProps {
  readonly assignment: string;
  readonly view: ClassView;
  /** Called once it is under way. */
  readonly onDone?: () => void;
}

/** For whom, when, and the button with the numbers under it: they are there before it is pressed. */
export function DeployForm({ assignment, view, onDone }: DeployFormProps) {
  const deployment = useDeployment(assignment, view);
  const { chosen, choose, waiting, count, plan, request, isPossible } = deployment;
  const rollOut = useRollOut(assignment);
  return (
    <Stack gap="md" className={classes.form}>
      {view.students.length === 0 && (
        <Text size="sm">
          {text.nobody} {text.nobodyHint}
        </Text>
      )}
      <WhoField chosen={chosen} choose={choose} waiting={waiting} />
      <WhenField chosen={chosen} choose={choose} />
      {count > 1 && (
        <Checkbox
          label={text.canary}
          checked={chosen.hasCanary}
          onChange={(event) => choose({ hasCanary: event.currentTarget.checked })}
        />
      )}
      {rollOut.isError && <ErrorPanel error={rollOut.error} title={text.refused} />}
      <div>
        <Button
          size="md"
          loading={rollOut.isPending}
          aria-disabled={!isPossible}
          {...(!isPossible && { 'data-disabled': true })}
          aria-describedby="deploy-forecast"
          onClick={() => {
            if (isPossible) rollOut.mutate(request, { onSuccess: () => onDone?.() });
          }}
        >
          {text.button(count)}
        </Button>
      </div>
      <div id="deploy-forecast">
        <PlanAnswer
          plan={plan}
          isAsked={count > 0}
          onTakeFewer={(fewer) => choose(chosen.isRoster ? { most: fewer } : { places: fewer })}
        />
      </div>
    </Stack>
  );
}

interface PlanAnswerProps {
  readonly plan: ReturnType<typeof useDeployment>['plan'];
  readonly isAsked: boolean;
  readonly onTakeFewer: (students: number) => void;
}

function PlanAnswer({ plan, isAsked, onTakeFewer }: PlanAnswerProps) {
  if (plan.isError)
    return (
      <ErrorPanel
        error={plan.error}
        title={text.forecastUnread}
        onRetry={() => void plan.refetch()}
      />
    );
  if (plan.data?.forecast)
    return <Forecast forecast={plan.data.forecast} onTakeFewer={onTakeFewer} />;
  return isAsked ? (
    <Text size="sm" c="dimmed">
      {text.forecasting}
    </Text>
  ) : null;
}
