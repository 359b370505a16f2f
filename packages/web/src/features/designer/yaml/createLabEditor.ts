import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, foldKeymap, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap, nextDiagnostic, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Problem } from '@labcast/domain';
import type { CompletionSources } from './completeLab.ts';
import { editorTheme } from './editorTheme.ts';
import { labCompletion } from './labCompletion.ts';
import { arrivedMarks } from './markArrived.ts';
import { problemsInText } from './problemsInText.ts';
import { TextSync } from './TextSync.ts';

export interface LabEditorOptions {
  readonly text: string;
  readonly label: string;
  readonly isReadOnly: boolean;
  readonly isEntered: boolean;
  readonly sources: () => CompletionSources;
  /** After each pause in typing. */
  readonly onText: (text: string) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

export interface LabEditor {
  /** What lab.yaml is now; what is being typed meanwhile stays, merged into it. */
  readonly setText: (text: string) => void;
  readonly setProblems: (problems: readonly Problem[]) => void;
  readonly setReadOnly: (isReadOnly: boolean) => void;
  readonly goToLine: (line: number) => void;
  readonly destroy: () => void;
}

/** CodeMirror on lab.yaml. Its undo is the design's, so that canvas and text have one history. */
export function createLabEditor(parent: HTMLElement, options: LabEditorOptions): LabEditor {
  const readOnly = new Compartment();
  const sync = new TextSync(options.text, options.onText);
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        undoKeys(sync, options),
        ...editing(options),
        readOnly.of(readOnlyState(options.isReadOnly)),
        EditorView.updateListener.of((update) => sync.read(update)),
        EditorView.domEventHandlers({ blur: () => sync.flush() }),
      ],
    }),
  });
  sync.attach(view);
  if (options.isEntered) view.focus();
  return {
    setText: (text) => sync.setText(text),
    setProblems: (problems) =>
      view.dispatch(setDiagnostics(view.state, problemsInText(problems, view.state.doc))),
    setReadOnly: (isReadOnly) =>
      view.dispatch({ effects: readOnly.reconfigure(readOnlyState(isReadOnly)) }),
    goToLine: (line) => goToLine(view, line),
    destroy: () => {
      sync.flush();
      sync.stop();
      view.destroy();
    },
  };
}

function editing({ label, sources }: LabEditorOptions): Extension[] {
  return [
    lineNumbers(),
    foldGutter({ openText: '⌄', closedText: '›' }),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    drawSelection(),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    search({ top: true }),
    lintGutter(),
    yaml(),
    indentUnit.of('  '),
    EditorState.tabSize.of(2),
    arrivedMarks,
    labCompletion(sources),
    editorTheme,
    EditorView.contentAttributes.of({ 'aria-label': label }),
    keymap.of([
      ...completionKeymap,
      ...closeBracketsKeymap,
      ...searchKeymap,
      ...lintKeymap,
      ...foldKeymap,
      ...defaultKeymap,
      // Esc and then Tab leaves: CodeMirror lets the next Tab pass after Esc.
      indentWithTab,
    ]),
  ];
}

function undoKeys(sync: TextSync, { onUndo, onRedo }: LabEditorOptions): Extension {
  const after = (step: () => void) => () => {
    sync.flush();
    step();
    return true;
  };
  return keymap.of([
    { key: 'Mod-z', run: after(onUndo), preventDefault: true },
    { key: 'Mod-Shift-z', run: after(onRedo), preventDefault: true },
    { key: 'Mod-y', run: after(onRedo), preventDefault: true },
  ]);
}

const readOnlyState = (isReadOnly: boolean) => EditorState.readOnly.of(isReadOnly);

function goToLine(view: EditorView, line: number): void {
  const { doc } = view.state;
  const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  view.dispatch({
    selection: { anchor: from },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  });
  view.focus();
  nextDiagnostic(view);
}
