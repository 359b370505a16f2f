import type { RunLogLine } from '@labcast/api-client';
import { Link } from '@tanstack/react-router';
import { pipelineText } from '../pipelineText.ts';
import classes from './log.module.css';

interface LogLineProps {
  readonly line: RunLogLine;
  readonly number: number;
  /** Of the stage, in milliseconds. */
  readonly startedAt: number | undefined;
}

/** Its number is the link to it; then the time since the stage began, the element, and what happened. */
export function LogLine({ line, number, startedAt }: LogLineProps) {
  const { at, element, level, message } = line;
  const since = startedAt === undefined ? undefined : (Date.parse(at) - startedAt) / 1000;
  return (
    <>
      <Link
        to="."
        search={(before) => before}
        hash={`L${number}`}
        replace
        className={classes.number}
        aria-label={pipelineText.log.linkTo(number)}
      >
        {number}
      </Link>
      <span className={classes.time} title={new Date(at).toLocaleString()}>
        {since === undefined ? '' : `${Math.max(0, since).toFixed(1)} s`}
      </span>
      <span className={classes.element}>{element ?? ''}</span>
      <span className={classes.message} data-level={level} title={message}>
        {level !== 'info' && <b>{pipelineText.log.levels[level]}: </b>}
        {message}
      </span>
    </>
  );
}
