import type { Refusal } from './refusal.ts';

/** For editors: what `parseCores` accepts as text, but for its bounds. */
export const coresPattern = '^([0-9]+(\\.[0-9]{1,3})?|[0-9]+m)$';

const written = /^(?:(\d+(?:\.\d{1,3})?)|(\d+)m)$/;

/** Cores of a written CPU share: `1`, `0.5`, `500m` (thousandths). At least a hundredth of a core. */
export function parseCores(input: string | number, name: string): number | Refusal {
  const text = String(input).trim();
  const match = written.exec(text);
  if (!match)
    return {
      message: `${name} is ${JSON.stringify(input)}, which is not a number of cores`,
      remedy: 'Write cores or thousandths of a core, such as 1, 0.5 or 500m.',
    };
  const thousandths = Math.round(
    match[1] === undefined ? Number(match[2]) : Number(match[1]) * 1000,
  );
  if (thousandths < 10 || thousandths > 1_000_000)
    return {
      message: `${name} is ${text}, which is ${thousandths < 10 ? 'too little to start anything' : 'more than any machine has'}`,
      remedy: 'Write a number of cores such as 1 or 0.5.',
    };
  return thousandths / 1000;
}
