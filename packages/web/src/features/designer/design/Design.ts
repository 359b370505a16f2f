import type { EnvironmentView, Images } from '@labcast/api-client';
import type { Blueprint, Change, EnvironmentStatus, LabEdit, Problem } from '@labcast/domain';
import { createContext, useContext } from 'react';
import type { EnvironmentAddress } from '../../../api/environments.ts';
import type { Position, Positions } from './designState.ts';

export type { Position, Positions } from './designState.ts';

export type Image = Images['images'][number];

export interface ApplyOptions {
  readonly allowDataLoss: boolean;
  /** Without a checkpoint of what is lost; for when none can be taken. */
  readonly withoutKeeping?: boolean;
}

/** A change that the server did not take, and what it said. */
export interface Refusal {
  readonly error: unknown;
  /** Elements that it was about. */
  readonly elements: readonly string[];
}

/** The lab that is being designed: its file, what it is now, and everything that can be done to it. */
export interface Design {
  readonly address: EnvironmentAddress;
  readonly mayEdit: boolean;
  /** lab.yaml as it is being edited. */
  readonly text: string;
  readonly appliedText: string;
  /** 0 until the first element makes the environment. */
  readonly generation: number;
  /** Of `text`, as it was when it could last be read. */
  readonly blueprint: Blueprint;
  readonly appliedBlueprint: Blueprint;
  /** Why `text` cannot be read; empty when it can. */
  readonly problems: readonly Problem[];
  /** What waits in the plan. */
  readonly pending: readonly Change[];
  readonly images: readonly Image[];
  readonly environment: EnvironmentView | undefined;
  readonly status: EnvironmentStatus | undefined;
  /** Names of elements and networks. */
  readonly selection: readonly string[];
  readonly select: (names: readonly string[]) => void;
  /** What cannot be done is told in `notice`, and nothing changes. `positions` become part of the same step. */
  readonly edit: (
    edits: readonly LabEdit[],
    label: string,
    positions?: Readonly<Record<string, Position>>,
  ) => void;
  readonly setText: (text: string) => void;
  readonly positions: Positions;
  readonly move: (positions: Readonly<Record<string, Position>>, label: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly isApplying: boolean;
  readonly apply: (options?: ApplyOptions) => Promise<void>;
  readonly discard: () => void;
  readonly drop: (change: Change) => void;
  readonly collectsAll: boolean;
  readonly setCollectsAll: (collectsAll: boolean) => void;
  readonly conflict: { readonly text: string; readonly generation: number } | undefined;
  readonly resolve: (keep: 'mine' | 'theirs') => void;
  readonly notice: string | undefined;
  /** Tells what could not be done. */
  readonly notify: (notice: string) => void;
  readonly refusal: Refusal | undefined;
  readonly dismissRefusal: () => void;
  /** Such as `web.terminal`. */
  readonly openConsole: (name: string) => void;
}

export const DesignContext = createContext<Design | undefined>(undefined);

/** Inside a `DesignProvider`. */
export function useDesign(): Design {
  const design = useContext(DesignContext);
  if (!design) throw new Error('useDesign needs a DesignProvider around it.');
  return design;
}
