import type { AssignmentDetail } from '@labcast/api-client';
import { dropChanges, editInPlace, LabcastError } from '@labcast/domain';
import { useLocalStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import {
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { blueprintQuery, environmentQuery } from '../../../api/environments.ts';
import { useLiveEnvironment } from '../../../api/events/useLiveEnvironment.ts';
import { changedNames } from './changedNames.ts';
import { DesignContext, type Design, type Image } from './Design.ts';
import { initialDesign, resumeDesign, type DesignState } from './designState.ts';
import { readHistory, useKeepHistory } from './keepHistory.ts';
import { createDesignStore, type DesignStore } from './designStore.ts';
import { createLabParser } from './parseLab.ts';
import { useApplyDraft } from './useApplyDraft.ts';
import { useDraft } from './useDraft.ts';
import { useFindKept } from './useFindKept.ts';
import { readUnfinished, useKeepUnfinished } from './unfinished.ts';
import { useLayout } from './useLayout.ts';
import { useTellOthers } from './useTellOthers.ts';

interface DesignProviderProps {
  readonly assignment: AssignmentDetail;
  /** Whose unfinished changes are gone on with. */
  readonly personId: string;
  readonly images: readonly Image[];
  /** As the server had it when the page opened. */
  readonly start: { readonly blueprint: string; readonly generation: number };
  readonly selection: readonly string[];
  readonly onSelect: (names: readonly string[]) => void;
  readonly onOpenConsole: (name: string) => void;
  readonly children: ReactNode;
}

const collectsAllKey = { key: 'labcast-collects-all', defaultValue: false };

/** Gives `useDesign` to everything in it. */
export function DesignProvider(props: DesignProviderProps) {
  const { assignment, personId, images, start, selection, onSelect, onOpenConsole } = props;
  const { slug } = assignment;
  const mayEdit = assignment.course === undefined || assignment.course.role === 'instructor';
  const address = useMemo(() => ({ assignment: slug, environment: 'dev' }), [slug]);
  const draftKey = mayEdit ? `labcast-draft-${personId}-${slug}` : undefined;
  const [store] = useState(() => startDesign(start, draftKey));
  const state = useSyncExternalStore(store.subscribe, store.get);
  const [collectsAll, setCollectsAll] = useLocalStorage(collectsAllKey);
  const parse = useMemo(() => createLabParser(images), [images]);
  const draft = useDraft(state, parse, collectsAll);
  const environment = useDesignEvents(address, store);
  const changedBetween = useCallback(
    (before: string, after: string) =>
      changedNames(parse(before).blueprint, parse(after).blueprint),
    [parse],
  );
  const { apply, ...applying } = useApplyDraft({
    address,
    store,
    now: mayEdit ? draft.now : undefined,
    changedBetween,
  });
  useTellOthers({ store, changedBy: environment?.changedBy, changedBetween });
  useLayout({ assignment: slug, store, mayEdit });
  const isFinding = useOutliveReload({ slug, draftKey, store, state });
  const commands = useMemo(() => createCommands(store, images), [store, images]);
  const design = useMemo<Design>(
    () => ({
      address,
      mayEdit,
      text: state.text,
      appliedText: state.appliedText,
      generation: state.generation,
      blueprint: draft.blueprint,
      appliedBlueprint: draft.appliedBlueprint,
      problems: draft.problems,
      pending: draft.pending,
      images,
      environment,
      status: environment?.status,
      selection,
      select: onSelect,
      positions: state.positions,
      canUndo: state.undoable.length > 0 && !isFinding,
      canRedo: state.redoable.length > 0,
      isApplying: applying.isApplying,
      refusal: applying.refusal,
      dismissRefusal: applying.dismissRefusal,
      apply: (options) => apply(store.get().text, options),
      collectsAll,
      setCollectsAll,
      conflict: state.conflict,
      notice: state.notice,
      openConsole: onOpenConsole,
      ...commands,
    }),
    [
      address,
      mayEdit,
      state,
      draft,
      images,
      environment,
      selection,
      onSelect,
      applying.isApplying,
      applying.refusal,
      applying.dismissRefusal,
      apply,
      store,
      collectsAll,
      setCollectsAll,
      onOpenConsole,
      isFinding,
      commands,
    ],
  );
  return <DesignContext value={design}>{props.children}</DesignContext>;
}

interface Outliving {
  readonly slug: string;
  readonly draftKey: string | undefined;
  readonly store: DesignStore;
  readonly state: DesignState;
}

/** Keeps the draft and its history for the next time. True while it is not known yet where deleted work is. */
function useOutliveReload({ slug, draftKey, store, state }: Outliving): boolean {
  useKeepUnfinished(draftKey, state);
  useKeepHistory(draftKey, store);
  return useFindKept(slug, store, state.toldText);
}

function startDesign(
  { blueprint, generation }: DesignProviderProps['start'],
  draftKey: string | undefined,
): DesignStore {
  const left = draftKey === undefined ? undefined : readUnfinished(draftKey);
  const design = left
    ? resumeDesign(left, blueprint, generation)
    : initialDesign(blueprint, generation);
  const history = draftKey === undefined ? undefined : readHistory(draftKey);
  return createDesignStore({ ...design, ...history });
}

type Commands = Pick<
  Design,
  'notify' | 'edit' | 'setText' | 'move' | 'undo' | 'redo' | 'discard' | 'drop' | 'resolve'
>;

function createCommands(store: DesignStore, images: readonly Image[]): Commands {
  const change = (label: string, text: () => string, positions?: Design['positions']) => {
    try {
      const more = positions && { positions: { ...store.get().positions, ...positions } };
      store.dispatch({ type: 'changed', label, text: text(), ...more });
    } catch (error) {
      if (!(error instanceof LabcastError)) throw error;
      const notice = [error.message, error.remedy].filter(Boolean).join(' ');
      store.dispatch({ type: 'noticed', notice });
    }
  };
  return {
    notify: (notice) => store.dispatch({ type: 'noticed', notice }),
    edit: (edits, label, positions) =>
      change(label, () => editInPlace(store.get().text, edits, images), positions),
    setText: (text) =>
      store.dispatch({ type: 'changed', label: 'Edit lab.yaml', text, typedAt: Date.now() }),
    move: (positions, label) =>
      store.dispatch({
        type: 'changed',
        label,
        positions: { ...store.get().positions, ...positions },
      }),
    undo: () => store.dispatch({ type: 'undo' }),
    redo: () => store.dispatch({ type: 'redo' }),
    discard: () => store.dispatch({ type: 'discarded' }),
    drop: ({ element }) => {
      const { appliedText, text } = store.get();
      change(`Drop changes of ${element}`, () => dropChanges(appliedText, text, element));
    },
    resolve: (keep) => store.dispatch({ type: 'resolved', keep }),
  };
}

/** Follows what is, and what others make of it. */
function useDesignEvents(address: Design['address'], store: DesignStore) {
  useLiveEnvironment(address);
  const environment = useQuery({ ...environmentQuery(address), retry: false }).data;
  const blueprint = useQuery(blueprintQuery(address));
  const { data, refetch } = blueprint;
  useEffect(() => {
    if (data)
      store.dispatch({ type: 'received', text: data.blueprint, generation: data.generation });
  }, [data, store]);
  const generation = environment?.blueprintGeneration ?? 0;
  useEffect(() => {
    // The first element of a blank lab, made at another screen.
    if (generation > store.get().generation) void refetch();
  }, [generation, refetch, store]);
  return environment;
}
