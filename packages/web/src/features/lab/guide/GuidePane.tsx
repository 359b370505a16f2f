import type { Lab } from '@labcast/api-client';
import { splitSteps } from '@labcast/domain';
import { IconChevronsLeft } from '@tabler/icons-react';
import { useMemo, useRef } from 'react';
import { ToolButton } from '../../console/frame/ToolButton.tsx';
import { labText } from '../labText.ts';
import classes from './guide.module.css';
import { GuideText } from './GuideText.tsx';
import { StepChecks } from './StepChecks.tsx';
import { StepNav } from './StepNav.tsx';

export type LabCheck = Lab['checks'][number];

interface GuidePaneProps {
  readonly instructions: string;
  readonly checks: readonly LabCheck[];
  /** From 1; 0 is what stands before the first. Undefined for wherever it begins. */
  readonly step: number | undefined;
  readonly onStep: (step: number) => void;
  readonly onFold?: (() => void) | undefined;
  /** Elements in whose terminals code can be run. */
  readonly terminals: readonly string[];
  readonly onRun: (element: string, code: string) => void;
  /** Name of the check that runs, or `all`. */
  readonly running: string | undefined;
  readonly error: unknown;
  /** Undefined while checks cannot be run. */
  readonly onCheck: ((check: string | undefined) => void) | undefined;
}

/** The instructions step by step, with the checks of each. */
export function GuidePane(props: GuidePaneProps) {
  const { instructions, checks, onStep, onFold, running, error, onCheck } = props;
  const guide = useMemo(() => splitSteps(instructions), [instructions]);
  const { intro, steps } = guide;
  const heading = useRef<HTMLHeadingElement>(null);
  const first = intro === '' && steps.length > 0 ? 1 : 0;
  const step = Math.min(Math.max(props.step ?? first, first), steps.length);
  const here = steps[step - 1];
  const isLast = step === steps.length;
  const shown = checks.filter((check) => isShownAt(check, step, isLast));
  const go = (next: number) => {
    onStep(next);
    heading.current?.focus();
  };
  const text = labText.guide;
  return (
    <section className={classes.pane} aria-label={text.label}>
      <div className={classes.bar}>
        <strong>{titleOf(step, steps.length)}</strong>
        {onFold && (
          <ToolButton
            leftSection={<IconChevronsLeft aria-hidden size={16} stroke={1.5} />}
            onClick={onFold}
          >
            {text.fold}
          </ToolButton>
        )}
      </div>
      {/* Scrolls, so the keyboard has to reach it. */}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={text.label}>
        {here && (
          <h2 ref={heading} tabIndex={-1} dir="auto">
            {here.title}
          </h2>
        )}
        {instructions.trim() === '' && <p>{text.none}</p>}
        <GuideText
          text={here ? here.text : intro}
          terminals={props.terminals}
          onRun={props.onRun}
        />
        <StepChecks {...{ checks, shown, isLast, running, error, onCheck }} />
      </div>
      {steps.length > 0 && (
        <StepNav steps={steps} first={first} step={step} checks={checks} onStep={go} />
      )}
    </section>
  );
}

function titleOf(step: number, count: number): string {
  const text = labText.guide;
  if (count === 0) return text.label;
  return step === 0 ? text.overview : text.step(step, count);
}

/** Checks of no step, and those of all of the lab, stand at its end. */
function isShownAt(check: LabCheck, step: number, isLast: boolean): boolean {
  return check.step === undefined ? isLast : check.step === step;
}
