import type { GuideStep } from '@labcast/domain';
import { Button, UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { labText } from '../labText.ts';
import type { LabCheck } from './GuidePane.tsx';
import classes from './guide.module.css';

interface StepNavProps {
  readonly steps: readonly GuideStep[];
  readonly first: number;
  readonly step: number;
  readonly checks: readonly LabCheck[];
  readonly onStep: (step: number) => void;
}

/** Back, next, and every step by its number; one whose checks all passed says so. */
export function StepNav({ steps, first, step, checks, onStep }: StepNavProps) {
  const text = labText.guide;
  return (
    <nav className={classes.nav} aria-label={labText.steps}>
      <Button size="xs" variant="default" disabled={step <= first} onClick={() => onStep(step - 1)}>
        {text.back}
      </Button>
      <ol className={classes.numbers}>
        {steps.map(({ title }, index) => {
          const number = index + 1;
          const isDone = isStepDone(checks, number);
          const label = text.goTo(number, title) + (isDone ? `, ${text.stepDone}` : '');
          return (
            <li key={number}>
              <UnstyledButton
                className={classes.number}
                data-done={isDone}
                aria-current={number === step ? 'step' : undefined}
                aria-label={label}
                title={label}
                onClick={() => onStep(number)}
              >
                {isDone ? <IconCheck aria-hidden size={14} stroke={2} /> : number}
              </UnstyledButton>
            </li>
          );
        })}
      </ol>
      <Button
        size="xs"
        variant="default"
        disabled={step >= steps.length}
        onClick={() => onStep(step + 1)}
      >
        {text.next}
      </Button>
    </nav>
  );
}

function isStepDone(checks: readonly LabCheck[], step: number): boolean {
  const own = checks.filter((check) => check.step === step);
  return own.length > 0 && own.every(({ tries }) => tries[0]?.passed === true);
}
