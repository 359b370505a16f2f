import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { Ref } from 'react';
import { pipelineText } from '../pipelineText.ts';
import classes from './log.module.css';
import type { useFollowing } from './useFollowing.ts';
import type { useLogWalk } from './useLogWalk.ts';

const text = pipelineText.log;

interface LogToolsProps {
  readonly walk: ReturnType<typeof useLogWalk>;
  readonly following: ReturnType<typeof useFollowing>;
  readonly findField: Ref<HTMLInputElement>;
  /** Undefined while there is nothing to download. */
  readonly onDownload: (() => void) | undefined;
}

export function LogTools({ walk, following, findField, onDownload }: LogToolsProps) {
  const { sought, seek, found, errors, placeIn } = walk;
  return (
    <div className={classes.tools}>
      <TextInput
        ref={findField}
        size="xs"
        w={220}
        type="search"
        aria-label={text.find}
        placeholder={text.find}
        leftSection={<IconSearch aria-hidden size={16} stroke={1.5} />}
        value={sought}
        onChange={(event) => seek(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') walk.nextFound();
        }}
      />
      {sought.trim() !== '' && (
        <span role="status">
          {found.length === 0 ? text.nothing : text.found(placeIn(found), found.length)}
        </span>
      )}
      <Button size="xs" variant="default" disabled={errors.length === 0} onClick={walk.nextError}>
        {errors.length === 0 ? text.noErrors : text.nextError(placeIn(errors), errors.length)}
      </Button>
      <Button size="xs" variant="default" disabled={!onDownload} onClick={onDownload}>
        {text.download}
      </Button>
      <span className={classes.space} />
      {following.isFollowing ? (
        <span className={classes.dimmed}>{text.follows}</span>
      ) : (
        following.unseen > 0 && (
          <Button size="compact-xs" variant="default" onClick={following.resume}>
            {text.newLines(following.unseen)}
          </Button>
        )
      )}
    </div>
  );
}
