import { useEffect, useState } from 'react';
import { printDate, printMoment } from './printMoment.ts';

const everyMs = 30_000;

/** When something was or will be: how long from now, and the date under the pointer; or the date alone. */
export function Moment({ at }: { readonly at: string | number }) {
  const milliseconds = typeof at === 'number' ? at : Date.parse(at);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={new Date(milliseconds).toISOString()} title={printDate(milliseconds)}>
      {printMoment(milliseconds, now)}
    </time>
  );
}
