import { Annotation, ChangeSet } from '@codemirror/state';
import type { EditorView, ViewUpdate } from '@codemirror/view';
import { changesBetween } from './changesBetween.ts';
import { markArrived } from './markArrived.ts';

const pauseMs = 400;
const markMs = 4_000;

/** On what did not come from the keyboard. */
const fromElsewhere = Annotation.define<boolean>();

/**
 * Keeps an editor and the text of the design the same. Typing is handed on after each pause, as one step of undo; what
 * changes elsewhere meanwhile is merged into what is being typed, without moving the cursor.
 */
export class TextSync {
  /** What the design has. */
  private base: string;
  /** From `base` to what the editor shows. */
  private typed: ChangeSet | undefined;
  private readonly onText: (text: string) => void;
  private view: EditorView | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private fading: ReturnType<typeof setTimeout> | undefined;

  constructor(text: string, onText: (text: string) => void) {
    this.base = text;
    this.onText = onText;
  }

  attach(view: EditorView): void {
    this.view = view;
  }

  read({ docChanged, changes, transactions }: ViewUpdate): void {
    if (!docChanged || transactions.some((each) => each.annotation(fromElsewhere) === true)) return;
    this.typed = this.typed ? this.typed.compose(changes) : changes;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.flush(), pauseMs);
  }

  /** Hands on what was typed, now. */
  flush(): void {
    clearTimeout(this.pause);
    if (!this.typed || !this.view) return;
    this.typed = undefined;
    const text = this.view.state.doc.toString();
    if (text === this.base) return;
    this.base = text;
    this.onText(text);
  }

  setText(text: string): void {
    if (text === this.base || !this.view) return;
    const arrived = changesBetween(this.base, text);
    const changes = this.typed ? arrived.map(this.typed) : arrived;
    this.typed = this.typed?.map(arrived, true);
    this.base = text;
    const ranges: { from: number; to: number }[] = [];
    changes.iterChangedRanges((_fromA, _toA, from, to) => ranges.push({ from, to }));
    this.view.dispatch({
      changes,
      annotations: fromElsewhere.of(true),
      effects: markArrived.of(ranges),
    });
    clearTimeout(this.fading);
    this.fading = setTimeout(() => this.view?.dispatch({ effects: markArrived.of([]) }), markMs);
  }

  stop(): void {
    clearTimeout(this.pause);
    clearTimeout(this.fading);
    this.view = undefined;
  }
}
