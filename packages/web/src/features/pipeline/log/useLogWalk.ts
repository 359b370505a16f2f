import { useLocation } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { errorRows, findRows, type LogRow } from './logRows.ts';

/** Finding in a log, going from error to error, and to the line that the address names. `goTo` brings a row into view. */
export function useLogWalk(rows: readonly LogRow[], goTo: (index: number) => void) {
  const [sought, setSought] = useState('');
  const [current, setCurrent] = useState<number>();
  const found = useMemo(() => findRows(rows, sought), [rows, sought]);
  const errors = useMemo(() => errorRows(rows), [rows]);
  const show = (index: number) => {
    setCurrent(index);
    goTo(index);
  };
  const next = (among: readonly number[]) => {
    const to = among.find((index) => index > (current ?? -1)) ?? among[0];
    if (to !== undefined) show(to);
  };
  useLinkedLine(rows, show);
  return {
    sought,
    seek: (text: string) => {
      setSought(text);
      setCurrent(undefined);
    },
    current,
    found,
    errors,
    nextFound: () => next(found),
    nextError: () => next(errors),
    /** Which of them is looked at, counted from 1; 0 when it is none. */
    placeIn: (among: readonly number[]) => (current === undefined ? 0 : among.indexOf(current) + 1),
  };
}

/** Goes to the line that the address names, once it is there. */
function useLinkedLine(rows: readonly LogRow[], show: (index: number) => void): void {
  const hash = useLocation({ select: (location) => location.hash });
  const shown = useRef('');
  useEffect(() => {
    const [, number] = /^L(\d+)$/.exec(hash) ?? [];
    if (number === undefined || shown.current === hash) return;
    const index = rows.findIndex((row) => row.kind === 'line' && row.number === Number(number));
    if (index < 0) return;
    shown.current = hash;
    show(index);
  });
}
