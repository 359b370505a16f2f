import type { KeyboardEvent, PointerEvent } from 'react';
import classes from './dock.module.css';

interface ResizeHandleProps {
  readonly label: string;
  /** Of the two parts on both sides: one above the other, or side by side. */
  readonly between: 'rows' | 'columns';
  /** Percent of the part whose size is set. */
  readonly size: number;
  /** Whether that part comes after the handle. */
  readonly isAfter: boolean;
  /** The box that both parts fill. */
  readonly box: () => HTMLElement | null | undefined;
  readonly onSize: (percent: number) => void;
}

const least = 15;
const most = 85;
const step = 2;

/**
 * Sets the size of one of two parts, by pointer and by arrow keys. Mantine's Splitter would put a console that moves from
 * one part to the other into a new place of the page, and cut its connection.
 */
export function ResizeHandle(props: ResizeHandleProps) {
  const { label, between, size, isAfter, box, onSize } = props;
  const set = (percent: number) => onSize(Math.min(most, Math.max(least, percent)));
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const place = box();
    if (!place || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, top, width, height } = place.getBoundingClientRect();
    const part =
      between === 'rows' ? (event.clientY - top) / height : (event.clientX - left) / width;
    set((isAfter ? 1 - part : part) * 100);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = between === 'rows' ? 'ArrowDown' : 'ArrowRight';
    const back = between === 'rows' ? 'ArrowUp' : 'ArrowLeft';
    if (event.key !== forward && event.key !== back) return;
    event.preventDefault();
    const isGrowing = (event.key === back) === isAfter;
    set(isGrowing ? size + step : size - step);
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={between === 'rows' ? 'horizontal' : 'vertical'}
      aria-valuenow={Math.round(size)}
      aria-valuemin={least}
      aria-valuemax={most}
      className={classes.handle}
      data-between={between}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onDoubleClick={() => onSize(50)}
    />
  );
}
