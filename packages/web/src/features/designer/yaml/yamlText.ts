/** Every text of the lab.yaml view. */
export const yamlText = {
  name: 'The lab.yaml editor',
  label: 'lab.yaml',
  loading: 'Opening the editor',
  keys: 'Ctrl+Space completes, Ctrl+F searches, Esc then Tab leaves the editor.',
  readOnly: 'You can read this file. Whoever teaches the course can change it.',
  fine: 'No problems. The canvas shows this file.',
  problems: (count: number) =>
    count === 1
      ? '1 problem. The canvas stays at the last good state.'
      : `${count} problems. The canvas stays at the last good state.`,
  line: (line: number) => `Line ${line}`,
  more: (count: number) => `and ${count} more`,
  conflictTitle: 'Somebody else changed this lab',
  conflictText:
    'Both of you changed the same places. Nothing is lost: choose one version, or put together what should stay.',
  theirs: 'Theirs',
  mine: 'Mine, which can be edited here',
  takeChange: 'Take this change of theirs',
  keepMine: 'Keep mine',
  takeTheirs: 'Take theirs',
  useEdited: 'Use what stands on the right',
} as const;
