import { autocompletion, startCompletion, type CompletionContext } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { completeLab, type CompletionSources, type LabCompletion } from './completeLab.ts';

const types = { key: 'property', value: 'constant', reference: 'variable' } as const;

/** Completion of lab.yaml, by its schema and by what is in the lab. `read` is asked anew at each use. */
export function labCompletion(read: () => CompletionSources): Extension {
  const source = (context: CompletionContext) => {
    const found = completeLab(context.state.doc.toString(), context.pos, read());
    if (!found) return null;
    // After a word is begun, or when asked for: never in the way of somebody who only moves about.
    if (!context.explicit && found.from === context.pos && !isAfterKey(context)) return null;
    return {
      from: found.from,
      validFor: /^[\w.:/-]*$/,
      options: found.options.map((option) => ({
        label: option.label,
        type: types[option.kind],
        apply: (view: EditorView, _: unknown, from: number, to: number) =>
          write(view, option, { from, to }),
        ...(option.info !== undefined && { info: option.info }),
      })),
    };
  };
  return autocompletion({ override: [source], icons: false, activateOnTypingDelay: 60 });
}

const isAfterKey = ({ state, pos }: CompletionContext) =>
  /(: |- |\[|\[ |, )$/.test(state.doc.lineAt(pos).text.slice(0, pos - state.doc.lineAt(pos).from));

function write(view: EditorView, option: LabCompletion, place: { from: number; to: number }): void {
  const insert = option.text ?? option.label;
  view.dispatch({
    changes: { ...place, insert },
    selection: { anchor: place.from + insert.length },
    userEvent: 'input.complete',
  });
  if (option.kind === 'key') startCompletion(view);
}
