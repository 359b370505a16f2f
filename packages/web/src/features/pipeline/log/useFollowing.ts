import { useEffect, useRef, useState, type RefObject } from 'react';

const nearEndPixels = 24;

/** Stays at the end of a list that grows, until one scrolls up; then counts what came since. */
export function useFollowing(
  box: RefObject<HTMLElement | null>,
  count: number,
  scrollTo: (index: number) => void,
) {
  const [isFollowing, setFollowing] = useState(true);
  const [seen, setSeen] = useState(0);
  const latest = useRef(scrollTo);
  latest.current = scrollTo;
  useEffect(() => {
    if (!isFollowing) return;
    setSeen(count);
    if (count > 0) latest.current(count - 1);
  }, [isFollowing, count]);
  return {
    isFollowing,
    /** How many came since one scrolled up. */
    unseen: count - seen,
    stop: () => setFollowing(false),
    resume: () => setFollowing(true),
    onScroll: () => {
      const { current } = box;
      if (!current) return;
      const { scrollHeight, scrollTop, clientHeight } = current;
      setFollowing(scrollHeight - scrollTop - clientHeight < nearEndPixels);
    },
  };
}
