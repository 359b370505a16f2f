import { Switch } from '@mantine/core';
import { KeysDialog } from '../../../components/KeysDialog.tsx';
import { consoleText } from '../../console/consoleText.ts';
import { useLetterKeys } from '../canvas/useLetterKeys.ts';
import { useDesign } from '../design/Design.ts';
import { designText } from '../designText.ts';

interface HelpDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const text = designText.help;
const sections = [
  { title: text.canvas, rows: text.rows },
  { title: text.consoles, rows: [...consoleText.keys.rows.slice(0, -1), ...consoleText.keys.dock] },
];

/** All keys, and what of the page is a matter of taste. */
export function HelpDialog({ isOpen, onClose }: HelpDialogProps) {
  const [hasLetters, setLetters] = useLetterKeys();
  const { collectsAll, setCollectsAll, mayEdit } = useDesign();
  return (
    <KeysDialog title={text.title} sections={sections} isOpen={isOpen} onClose={onClose}>
      <Switch
        mb="sm"
        label={text.letters}
        checked={hasLetters}
        onChange={(event) => setLetters(event.currentTarget.checked)}
      />
      {mayEdit && (
        <Switch
          label={designText.plan.collect}
          checked={collectsAll}
          onChange={(event) => setCollectsAll(event.currentTarget.checked)}
        />
      )}
    </KeysDialog>
  );
}
