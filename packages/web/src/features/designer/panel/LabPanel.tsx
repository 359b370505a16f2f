import { IconFlask } from '@tabler/icons-react';
import { ChecksSection } from './ChecksSection.tsx';
import { DraftInput } from './DraftInput.tsx';
import { LockedNote } from './LockedNote.tsx';
import classes from './panel.module.css';
import { PanelHead } from './PanelHead.tsx';
import { panelText } from './panelText.ts';
import { usePanel } from './usePanel.ts';

/** The lab as a whole, when nothing in it is selected. */
export function LabPanel() {
  const panel = usePanel();
  const { design, written, isLocked } = panel;
  const elements = Object.keys(design.blueprint.elements).length;
  const networks = Object.keys(design.blueprint.networks).length;
  return (
    <div className={classes.panel}>
      <PanelHead
        icon={IconFlask}
        title={panelText.lab}
        kind={panelText.contents(elements, networks)}
      />
      <LockedNote panel={panel} />
      <DraftInput<string>
        label={panelText.title}
        value={written.title}
        read={(text) =>
          /^[^\p{Cc}\p{Cs}]{0,200}$/u.test(text.trim())
            ? { value: text.trim() === '' ? undefined : text.trim() }
            : { error: panelText.nameRule }
        }
        onCommit={(title) =>
          design.edit([{ kind: 'set', path: ['title'], value: title }], panelText.step.title)
        }
        disabled={isLocked}
        hint={panelText.titleHint}
      />
      {elements === 0 ? (
        <p>{panelText.empty}</p>
      ) : (
        <>
          <p className={classes.hint}>{panelText.pickOne}</p>
          <ChecksSection panel={panel} />
        </>
      )}
    </div>
  );
}
