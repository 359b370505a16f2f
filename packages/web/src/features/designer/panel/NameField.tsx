import { checkName } from './checkName.ts';
import { DraftInput } from './DraftInput.tsx';
import { panelText } from './panelText.ts';
import type { Panel } from './usePanel.ts';

interface NameFieldProps {
  readonly panel: Panel;
  readonly name: string;
  readonly kind: 'element' | 'network';
}

/** Renames; what refers to the name follows, and so does the selection. */
export function NameField({ panel, name, kind }: NameFieldProps) {
  const { design, findApplied, isLocked } = panel;
  const { blueprint } = design;
  const taken = [...Object.keys(blueprint.elements), ...Object.keys(blueprint.networks)];
  const others = taken.filter((other) => other !== name);
  return (
    <DraftInput<string>
      key={name}
      label={panelText.name}
      value={name}
      read={(text) => {
        const refusal = checkName(text.trim(), others);
        return refusal === undefined ? { value: text.trim() } : { error: refusal };
      }}
      onCommit={(to) => {
        if (to === undefined) return;
        design.edit([{ kind: `rename-${kind}`, name, to }], panelText.step.rename(name, to));
        design.select([to]);
      }}
      disabled={isLocked}
      hint={findApplied(name) && kind === 'element' ? panelText.plan.rename : undefined}
    />
  );
}
