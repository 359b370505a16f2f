import { parseDuration, type LabValue } from '@labcast/domain';
import { panelText } from './panelText.ts';
import { asFields } from './writtenLab.ts';

/** A check as its fields hold it; what is empty is left out of lab.yaml. */
export interface CheckDraft {
  readonly name: string;
  readonly on: string;
  readonly run: string;
  readonly exitCode?: string | undefined;
  readonly output?: string | undefined;
  readonly timeout?: string | undefined;
  /** Of the instructions. */
  readonly step?: string | undefined;
}

export function readCheck(written: Readonly<Record<string, unknown>>): CheckDraft {
  const expect = asFields(written.expect);
  return {
    name: textOf(written.name) ?? '',
    on: textOf(written.on) ?? '',
    run: textOf(written.run) ?? '',
    exitCode: textOf(expect.exitCode),
    output: textOf(expect.output),
    timeout: textOf(written.timeout),
    step: textOf(written.step),
  };
}

export function writeCheck(draft: CheckDraft): LabValue {
  const { name, on, run, exitCode, output, timeout, step } = draft;
  const expect = {
    ...(isWritten(exitCode) && Number(exitCode) !== 0 && { exitCode: Number(exitCode) }),
    ...(isWritten(output) && { output }),
  };
  return {
    name: name.trim(),
    on,
    run,
    ...(Object.keys(expect).length > 0 && { expect }),
    ...(isWritten(timeout) && { timeout }),
    ...(isWritten(step) && { step: Number(step) }),
  };
}

/** What is wrong with a check, by field. Empty when it can be saved. */
export function checkCheck(
  draft: CheckDraft,
  taken: readonly string[],
): Partial<Record<keyof CheckDraft, string>> {
  const name = draft.name.trim();
  const timeout = isWritten(draft.timeout) ? parseDuration(draft.timeout, 'The time') : 10;
  return {
    ...(!/^[^\p{Cc}\p{Cs}]{1,200}$/u.test(name)
      ? { name: panelText.nameRule }
      : taken.includes(name) && { name: panelText.nameTaken }),
    ...(draft.run.trim() === '' && { run: panelText.commandNeeded }),
    ...(isWritten(draft.exitCode) &&
      !/^(\d|\d\d|1\d\d|2[0-4]\d|25[0-5])$/.test(draft.exitCode) && {
        exitCode: panelText.exitRule,
      }),
    ...(isWritten(draft.step) &&
      !/^[1-9]\d{0,3}$/.test(draft.step) && { step: panelText.stepRule }),
    ...(typeof timeout !== 'number' && { timeout: `${timeout.message}. ${timeout.remedy}` }),
  };
}

const isWritten = (text: string | undefined): text is string => text !== undefined && text !== '';
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
