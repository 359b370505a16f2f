import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useIsServerLost } from '../../api/events/connection.ts';
import { shellText } from './shellText.ts';
import classes from './Shell.module.css';

/** Says that the server has newer pages: looks after it was away, and when a part of this page did not come. */
export function UpdatedBar() {
  const isLost = useIsServerLost();
  const wasLost = useRef(false);
  const [isUpdated, setUpdated] = useState(false);
  useEffect(() => {
    const tell = () => void hasNewerPages().then((isNewer) => isNewer && setUpdated(true));
    globalThis.addEventListener('vite:preloadError', tell);
    return () => globalThis.removeEventListener('vite:preloadError', tell);
  }, []);
  useEffect(() => {
    if (isLost) wasLost.current = true;
    else if (wasLost.current) void hasNewerPages().then((isNewer) => isNewer && setUpdated(true));
  }, [isLost]);
  if (!isUpdated) return null;
  return (
    <div className={classes.updated} role="status">
      {shellText.updated}{' '}
      <Button size="compact-xs" variant="default" onClick={() => location.reload()}>
        {shellText.reloadNow}
      </Button>{' '}
      {shellText.consolesStay}
    </div>
  );
}

/** The page names its first script, whose name changes with its content. */
async function hasNewerPages(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type=module][src]');
  const answer = await fetch('/', { cache: 'no-store' }).catch(() => undefined);
  if (!own || answer?.ok !== true) return false;
  return !(await answer.text()).includes(new URL(own.src).pathname);
}
