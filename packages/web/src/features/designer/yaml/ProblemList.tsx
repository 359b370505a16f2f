import { Anchor } from '@mantine/core';
import type { Problem } from '@labcast/domain';
import classes from './yaml.module.css';
import { yamlText } from './yamlText.ts';

const most = 20;

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly onGo: (line: number) => void;
}

/** What is wrong with the file, for those who cannot see the marks in it. */
export function ProblemList({ problems, onGo }: ProblemListProps) {
  return (
    <ul className={classes.problems}>
      {problems.slice(0, most).map(({ line, message, remedy, path }) => (
        <li key={`${line ?? ''} ${path ?? ''} ${message}`}>
          {line === undefined ? (
            <span />
          ) : (
            <Anchor component="button" type="button" size="sm" onClick={() => onGo(line)}>
              {yamlText.line(line)}
            </Anchor>
          )}
          <span>
            {message}. {remedy}
          </span>
        </li>
      ))}
      {problems.length > most && <li>{yamlText.more(problems.length - most)}</li>}
    </ul>
  );
}
