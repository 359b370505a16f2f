import { printSize, type Element } from '@labcast/domain';
import { commonValue } from './commonValue.ts';
import { DraftInput } from './DraftInput.tsx';
import { boundsOf, type SizeField } from './boundsOf.ts';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';
import { printCores, readCoresField, readSizeField, warnAbout } from './readSizeField.ts';
import { useElementUse } from './useElementUse.ts';
import type { Panel } from './usePanel.ts';

interface SizesSectionProps {
  readonly panel: Panel;
  /** One or several; all of them machines or clusters. */
  readonly names: readonly string[];
}

const fields: readonly SizeField[] = ['cpu', 'memory', 'storage'];

/** CPU, memory and disk, with what the image needs and what is used now. */
export function SizesSection({ panel, names }: SizesSectionProps) {
  return (
    <>
      {fields.map((field) => (
        <SizeInput key={field} panel={panel} names={names} field={field} />
      ))}
    </>
  );
}

function SizeInput({ panel, names, field }: SizesSectionProps & { field: SizeField }) {
  const { design, isLocked } = panel;
  const used = useElementUse(names.length === 1 ? names[0] : undefined)?.[field];
  const { value, before, bounds, isByImage, isOfNode } = readSize(panel, names, field);
  const print = field === 'cpu' ? printCores : printSize;
  const shown = typeof value === 'number' ? printField(field, value) : '';
  const label = panelText[field];
  const change = (next: string | number | undefined) =>
    design.edit(
      names.map((name) => ({ kind: 'set', path: ['elements', name, field], value: next })),
      panelText.step.change(names.join(', '), label.toLowerCase()),
    );
  return (
    <DraftInput<string | number>
      key={names.join(',')}
      label={isOfNode ? `${label} ${panelText.perNode}` : label}
      value={isByImage ? '' : shown}
      placeholder={placeholder(value, shown, isByImage)}
      read={(text) =>
        field === 'cpu' ? readCoresField(text, label, bounds) : readSizeField(text, label, bounds)
      }
      onCommit={change}
      disabled={isLocked}
      rightSection={
        used !== undefined && <span className={classes.used}>{panelText.used(print(used))}</span>
      }
      rightSectionWidth={used === undefined ? 0 : 104}
      warning={typeof value === 'number' ? warnAbout(value, bounds, print) : undefined}
      waits={before === undefined ? undefined : panelText.waits(print(before))}
      hint={hintOf(panel, names, field)}
    />
  );
}

/** What a size is in the elements together. */
function readSize(
  { design, written, find, findApplied }: Panel,
  names: readonly string[],
  field: SizeField,
) {
  const elements = names.map(find).filter((element) => element !== undefined);
  const value = commonValue(elements.map((element) => amountOf(element, field)));
  const [only] = names.length === 1 ? names : [];
  const before = only === undefined ? undefined : amountOf(findApplied(only), field);
  const waits = design.pending.some(({ element }) => element === only) && before !== value;
  return {
    value,
    /** What it is now, when the other one waits. */
    before: waits ? before : undefined,
    bounds: boundsOf(elements, field, design.images),
    isByImage: names.every((name) => written.element(name)[field] === undefined),
    isOfNode: elements.some(({ kind }) => kind === 'cluster'),
  };
}

function hintOf({ findApplied }: Panel, names: readonly string[], field: SizeField) {
  const isMade = names.some((name) => findApplied(name) !== undefined);
  return field === 'storage' && isMade ? panelText.plan.storage : undefined;
}

function placeholder(value: unknown, shown: string, isByImage: boolean): string | undefined {
  if (value === 'mixed') return panelText.mixed;
  return isByImage ? panelText.byImage(shown) : undefined;
}

function printField(field: SizeField, value: number): string {
  return field === 'cpu' ? String(value) : printSize(value);
}

function amountOf(element: Element | undefined, field: SizeField): number | undefined {
  if (!element) return undefined;
  if (field === 'cpu') return element.cpu;
  if (field === 'memory') return element.memoryBytes;
  return element.kind === 'app' ? undefined : element.storageBytes;
}
