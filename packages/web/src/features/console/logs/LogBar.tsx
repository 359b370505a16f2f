import { Group, Switch, Text, TextInput } from '@mantine/core';
import classes from '../console.module.css';
import { consoleText } from '../consoleText.ts';

interface LogBarProps {
  readonly sought: string;
  /** Of lines with what is sought. */
  readonly count: number;
  readonly isLost: boolean;
  readonly isFollowing: boolean;
  readonly onSeek: (text: string) => void;
  readonly onNext: () => void;
  readonly onFollow: (isFollowing: boolean) => void;
}

const text = consoleText.logs;

/** Finding, where Enter goes to the next match, and following. */
export function LogBar(props: LogBarProps) {
  return (
    <div className={classes.status}>
      <Group gap="sm" py={4}>
        <TextInput
          size="xs"
          aria-label={text.find}
          placeholder={text.find}
          value={props.sought}
          onChange={({ currentTarget }) => props.onSeek(currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') props.onNext();
          }}
        />
        {props.sought !== '' && (
          <Text size="xs" role="status">
            {text.matches(props.count)}
          </Text>
        )}
      </Group>
      <Group gap="sm">
        {props.isLost && <Text size="xs">{text.lost}</Text>}
        <Switch
          size="xs"
          label={text.follow}
          checked={props.isFollowing}
          onChange={({ currentTarget }) => props.onFollow(currentTarget.checked)}
        />
      </Group>
    </div>
  );
}
