import { Button, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RequestError } from '../api/RequestError.ts';
import { ErrorPanel } from './ErrorPanel.tsx';
import { GreyLines } from './GreyLines.tsx';
import { Moment } from './Moment.tsx';

interface AnswerProps<T> {
  readonly query: UseQueryResult<T>;
  /** While it is read, such as `Reading the people`. */
  readonly loading: string;
  /** When it was not, such as `The people could not be read`. */
  readonly unread: string;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for, or why it is not here. What was read once stays, with its age, when it cannot be read again. */
export function Answer<T>({ query, loading, unread, lines = 4, children }: AnswerProps<T>) {
  const { data, error, isError, dataUpdatedAt, refetch } = query;
  if (data === undefined && !isError)
    return <GreyLines label={loading} count={lines} height={36} />;
  return (
    <>
      {isError && (
        <ErrorPanel
          error={error}
          title={unread}
          text={isGone(error) ? error.message : undefined}
          onRetry={isFinal(error) ? undefined : () => void refetch()}
        >
          {isNotThere(error) && (
            <Button size="xs" variant="default" component={Link} to="/">
              All courses
            </Button>
          )}
        </ErrorPanel>
      )}
      {isError && data !== undefined && (
        <Text size="sm" my="sm">
          What you see was read <Moment at={dataUpdatedAt} />.
        </Text>
      )}
      {data !== undefined && children(data)}
    </>
  );
}

/** Asking again gets the same answer: it is not there, or was used, or is not for this person. */
function isFinal(error: unknown): boolean {
  const { status } = error instanceof RequestError ? error : {};
  return isNotThere(error) || status === 400 || status === 410;
}

function isNotThere(error: unknown): boolean {
  return isGone(error) || (error instanceof RequestError && error.status === 403);
}

/** What the server suggests then is for the command line: here there is a button. */
function isGone(error: unknown): error is RequestError {
  return error instanceof RequestError && error.status === 404;
}
