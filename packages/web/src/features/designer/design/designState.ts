import { mergeLabs } from '@labcast/domain';
import { disksToBringBack, type Kept } from './keptDisks.ts';

export interface Position {
  readonly x: number;
  readonly y: number;
}
/** Of elements and networks by name. */
export type Positions = Readonly<Record<string, Position>>;

interface Snapshot {
  readonly text: string;
  readonly positions: Positions;
}

/** One step of undo. */
export interface Step {
  readonly label: string;
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Milliseconds, of a step that more typing goes on with. */
  readonly typedAt?: number;
}

export interface DesignState extends Snapshot {
  /** What the lab is to be now, as the server has it. */
  readonly appliedText: string;
  readonly generation: number;
  /** The last one that came without an answer to this page: what was deleted for it is not in `kept` by itself. */
  readonly toldText: string;
  /** Oldest first. */
  readonly undoable: readonly Step[];
  /** The next one to redo last. */
  readonly redoable: readonly Step[];
  /** What somebody else made of it, while the draft changes the same fields. */
  readonly conflict: { readonly text: string; readonly generation: number } | undefined;
  /** Whether the last change was typed as text, and may go on. */
  readonly isTyping: boolean;
  /** By the names of elements whose disks were lost since the page was opened. */
  readonly kept: Readonly<Record<string, Kept>>;
  /** Numbers of checkpoints, by the names of elements that an undo drew again: they shall have their disks back. */
  readonly bringBack: Readonly<Record<string, number>>;
  /** What could not be done, until the next step. */
  readonly notice: string | undefined;
}

export type DesignAction =
  | {
      readonly type: 'changed';
      readonly label: string;
      readonly text?: string;
      readonly positions?: Positions;
      readonly typedAt?: number;
    }
  | { readonly type: 'undo' | 'redo' | 'discarded' }
  | { readonly type: 'received'; readonly text: string; readonly generation: number }
  | {
      readonly type: 'applied';
      readonly text: string;
      readonly generation: number;
      /** The checkpoint of what was lost, and of which elements that was. */
      readonly kept?: Kept & { readonly names: readonly string[] };
    }
  /** What the server keeps of what was deleted, from `listLost`. */
  | { readonly type: 'found'; readonly kept: Readonly<Record<string, Kept>> }
  | { readonly type: 'refused'; readonly text: string }
  | { readonly type: 'resolved'; readonly keep: 'mine' | 'theirs' }
  | { readonly type: 'placed'; readonly positions: Positions }
  | { readonly type: 'noticed'; readonly notice: string };

const mostSteps = 100;
/** Letters typed closer together than this are one step of undo. */
const typingPauseMs = 1500;

export function initialDesign(appliedText: string, generation: number): DesignState {
  return {
    text: appliedText,
    appliedText,
    generation,
    toldText: appliedText,
    positions: {},
    undoable: [],
    redoable: [],
    isTyping: false,
    kept: {},
    bringBack: {},
    conflict: undefined,
    notice: undefined,
  };
}

/** What a person left unfinished in this browser. */
export type UnfinishedDesign = Pick<
  DesignState,
  'text' | 'appliedText' | 'generation' | 'bringBack'
>;

/** Goes on with what was left unfinished, upon what the server has by now. */
export function resumeDesign(
  unfinished: UnfinishedDesign,
  appliedText: string,
  generation: number,
): DesignState {
  const begun = initialDesign(unfinished.appliedText, unfinished.generation);
  const left = { ...begun, ...unfinished, toldText: appliedText };
  return receive(left, { text: appliedText, generation });
}

/** Everything that can happen to a design while somebody works on it. */
export function nextDesign(state: DesignState, action: DesignAction): DesignState {
  switch (action.type) {
    case 'changed':
      return change(state, action);
    case 'undo':
      return undo(state);
    case 'redo':
      return redo(state);
    case 'discarded':
      return change(state, { type: 'changed', label: 'Discard', text: state.appliedText });
    case 'received':
      return receive(state, action);
    case 'applied':
      return { ...state, ...keep(state, action), generation: action.generation };
    case 'found':
      return { ...state, kept: { ...state.kept, ...action.kept } };
    case 'refused':
      return { ...state, text: withoutRefused(state, action.text) };
    case 'resolved': {
      const text = action.keep === 'theirs' ? state.conflict?.text : undefined;
      return { ...state, text: text ?? state.text, conflict: undefined };
    }
    case 'placed':
      return { ...state, positions: action.positions };
    case 'noticed':
      return { ...state, notice: action.notice };
  }
}

function keep(
  { kept, bringBack }: DesignState,
  { text, kept: lost }: Extract<DesignAction, { type: 'applied' }>,
): Pick<DesignState, 'appliedText' | 'kept' | 'bringBack'> {
  const isBack = (name: string) => Object.hasOwn(bringBack, name);
  const still = Object.entries(kept).filter(([name]) => !isBack(name));
  const more = lost
    ? lost.names.map((name): [string, Kept] => [
        name,
        { checkpoint: lost.checkpoint, text: lost.text },
      ])
    : [];
  return { appliedText: text, kept: Object.fromEntries([...still, ...more]), bringBack: {} };
}

function change(
  state: DesignState,
  action: Extract<DesignAction, { type: 'changed' }>,
): DesignState {
  const { label, typedAt } = action;
  const after = {
    text: action.text ?? state.text,
    positions: action.positions ?? state.positions,
  };
  if (after.text === state.text && after.positions === state.positions) return state;
  const last = state.undoable.at(-1);
  const goesOn =
    typedAt !== undefined &&
    last?.typedAt !== undefined &&
    typedAt - last.typedAt < typingPauseMs &&
    last.after.text === state.text;
  const before = goesOn ? last.before : { text: state.text, positions: state.positions };
  const step = { label, before, after, ...(typedAt !== undefined && { typedAt }) };
  const steps = goesOn ? state.undoable.slice(0, -1) : state.undoable;
  return {
    ...state,
    ...after,
    undoable: [...steps, step].slice(-mostSteps),
    redoable: [],
    isTyping: typedAt !== undefined,
    notice: undefined,
  };
}

function undo(state: DesignState): DesignState {
  const step = state.undoable.at(-1);
  if (!step) return state;
  return {
    ...walk(state, step.after, step.before, `undo: ${step.label}`),
    undoable: state.undoable.slice(0, -1),
    redoable: [...state.redoable, step],
  };
}

function redo(state: DesignState): DesignState {
  const step = state.redoable.at(-1);
  if (!step) return state;
  return {
    ...walk(state, step.before, step.after, `redo: ${step.label}`),
    undoable: [...state.undoable, step],
    redoable: state.redoable.slice(0, -1),
  };
}

/** Takes one step without touching what came in between, of this person or of somebody else. */
function walk(state: DesignState, from: Snapshot, to: Snapshot, what: string): DesignState {
  const text = mergeOrFind({ base: from.text, mine: to.text, theirs: state.text });
  const positions = { ...state.positions };
  for (const name of new Set([...Object.keys(from.positions), ...Object.keys(to.positions)])) {
    const position = to.positions[name];
    if (from.positions[name] === position) continue;
    if (position) positions[name] = position;
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy of a record
    else delete positions[name];
  }
  const notice =
    text === undefined ? `Cannot ${what}. Somebody changed the same fields since.` : undefined;
  const bringBack = text === undefined ? state.bringBack : disksToBringBack(state, text);
  return { ...state, text: text ?? state.text, positions, bringBack, isTyping: false, notice };
}

function receive(
  state: DesignState,
  { text, generation }: { readonly text: string; readonly generation: number },
): DesignState {
  if (generation < state.generation) return state;
  if (text === state.appliedText) return { ...state, generation };
  const applied = { ...state, appliedText: text, toldText: text, generation, conflict: undefined };
  const merged = mergeOrFind({ base: state.appliedText, mine: state.text, theirs: text });
  return merged === undefined
    ? { ...applied, conflict: { text, generation } }
    : { ...applied, text: merged };
}

/** The draft without what the server refused, and with what was done meanwhile. */
function withoutRefused(state: DesignState, refused: string): string {
  const versions = { base: refused, mine: state.appliedText, theirs: state.text };
  return mergeOrFind(versions) ?? state.appliedText;
}

/** Undefined when people have to decide: the same fields, or a text that is being typed and is no YAML yet. */
function mergeOrFind(versions: Parameters<typeof mergeLabs>[0]): string | undefined {
  try {
    const merged = mergeLabs(versions);
    return 'text' in merged ? merged.text : undefined;
  } catch {
    return undefined;
  }
}
