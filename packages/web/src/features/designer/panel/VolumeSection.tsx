import { Button } from '@mantine/core';
import { printSize } from '@labcast/domain';
import type { AppFieldsProps } from './AppFields.tsx';
import { DraftInput } from './DraftInput.tsx';
import classes from './panel.module.css';
import { panelText } from './panelText.ts';
import { readSizeField, type FieldReading } from './readSizeField.ts';
import { Section } from './Section.tsx';
import { setField } from './setField.ts';

/** What of an app outlives it. */
export function VolumeSection({ panel, name, element }: AppFieldsProps) {
  const { design, isLocked, findApplied } = panel;
  const before = findApplied(name);
  const hadVolume = before?.kind === 'app' && before.volume !== undefined;
  const { volume } = element;
  const setPart = (part: 'path' | 'size', value: string | undefined) =>
    value !== undefined &&
    design.edit(
      [{ kind: 'set', path: ['elements', name, 'volume', part], value }],
      panelText.step.change(name, panelText.volume.toLowerCase()),
    );
  return (
    <Section
      title={panelText.volume}
      hint={hadVolume ? panelText.plan.volume : panelText.volumeHint}
    >
      {volume && (
        <div className={classes.pair}>
          <DraftInput<string>
            key={`${name} path`}
            label={panelText.volumePath}
            value={volume.path}
            read={readPath}
            onCommit={(path) => setPart('path', path)}
            disabled={isLocked}
          />
          <DraftInput<string>
            key={`${name} size`}
            label={panelText.volumeSize}
            value={printSize(volume.sizeBytes)}
            read={(text) =>
              text.trim() === ''
                ? {
                    error: panelText.sizeNeeded,
                  }
                : readSizeField(text, panelText.volumeSize)
            }
            onCommit={(size) => setPart('size', size)}
            disabled={isLocked}
          />
        </div>
      )}
      <Button
        variant={volume ? 'subtle' : 'default'}
        size="xs"
        style={{ alignSelf: 'start' }}
        disabled={isLocked}
        onClick={() =>
          setField(panel, name, 'volume', volume ? undefined : { path: '/data', size: '1GiB' })
        }
      >
        {volume ? panelText.removeVolume : panelText.addVolume}
      </Button>
    </Section>
  );
}

function readPath(text: string): FieldReading<string> {
  const isPath = /^(\/(?!\.{1,2}(\/|$))[^/:\p{Cc}\p{Cs}]+)+$/u.test(text.trim());
  return isPath ? { value: text.trim() } : { error: panelText.pathRule };
}
