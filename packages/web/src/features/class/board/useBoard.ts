import type { StudentView } from '@labcast/api-client';
import { useEffect, useMemo, useState } from 'react';
import { filterStudents } from './filterStudents.ts';
import { keepOrder } from './keepOrder.ts';
import { onlyShown } from './selection.ts';
import { sortStudents } from './sortStudents.ts';
import type { ClassAddress } from './useClassAddress.ts';

export interface Board {
  /** Those who pass the filters, in the order that is looked at. */
  readonly shown: readonly StudentView[];
  /** How many would come earlier if it were sorted again. */
  readonly moved: number;
  readonly sortAgain: () => void;
  readonly selection: readonly string[];
  readonly select: (environments: readonly string[]) => void;
  /** How many left the selection because they are not shown any more. */
  readonly leftOut: number;
}

/** Who is shown, in which order, and who of them is selected. */
export function useBoard(
  students: readonly StudentView[],
  { search, groups }: ClassAddress,
): Board {
  const { section, q = '', sort = 'needs', state = '' } = search;
  const wanted = useMemo(
    () => sortStudents(filterStudents(students, { groups, section, text: q }), sort),
    [students, groups, section, q, sort],
  );
  const names = useMemo(() => wanted.map(({ environment }) => environment), [wanted]);
  const asked = [state, section, q, sort].join('\n');
  const [kept, setKept] = useState<{ readonly asked: string; readonly order: readonly string[] }>({
    asked,
    order: names,
  });
  const isSame = kept.asked === asked;
  const { order, moved } = useMemo(
    () => keepOrder(isSame ? kept.order : names, names),
    [isSame, kept.order, names],
  );
  useEffect(() => {
    if (!isSame || order.join() !== kept.order.join()) setKept({ asked, order });
  }, [asked, isSame, order, kept.order]);
  const shown = useMemo(() => {
    const byName = new Map(wanted.map((student) => [student.environment, student]));
    return order.flatMap((name) => byName.get(name) ?? []);
  }, [wanted, order]);

  const [picked, setPicked] = useState<readonly string[]>([]);
  const [leftOut, setLeftOut] = useState(0);
  useEffect(() => {
    const { kept: rest, leftOut: gone } = onlyShown(picked, order);
    if (gone === 0) return;
    setPicked(rest);
    setLeftOut(gone);
  }, [picked, order]);
  return {
    shown,
    moved,
    sortAgain: () => setKept({ asked, order: names }),
    selection: picked,
    select: (environments) => {
      setPicked(environments);
      setLeftOut(0);
    },
    leftOut,
  };
}
