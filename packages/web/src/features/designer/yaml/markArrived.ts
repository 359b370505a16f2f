import { StateEffect, StateField, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** Places that came from elsewhere; none to take the marks away. */
export const markArrived = StateEffect.define<readonly { from: number; to: number }[]>();

const mark = Decoration.line({ class: 'cm-labcast-arrived' });

/** Shows for a while which lines somebody or something else has changed. */
export const arrivedMarks: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, { changes, effects, state }) => {
    const moved = marks.map(changes);
    const effect = effects.find((each) => each.is(markArrived));
    if (!effect) return moved;
    const starts = new Set(effect.value.flatMap((range) => lineStarts(state.doc, range)));
    return Decoration.set(
      [...starts].toSorted((a, b) => a - b).map((start) => mark.range(start)),
      true,
    );
  },
  provide: (field) => EditorView.decorations.from(field),
});

function lineStarts(doc: Text, { from, to }: { from: number; to: number }): number[] {
  const first = doc.lineAt(from).number;
  const last = doc.lineAt(Math.max(from, to - 1)).number;
  return Array.from({ length: last - first + 1 }, (_, index) => doc.line(first + index).from);
}
