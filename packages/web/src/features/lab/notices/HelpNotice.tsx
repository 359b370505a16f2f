import type { Lab } from '@labcast/api-client';
import { Button } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useEndHelp } from '../../../api/labs.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Moment } from '../../../components/Moment.tsx';
import { labText } from '../labText.ts';
import { Notice } from './Notice.tsx';
import classes from './notices.module.css';

const text = labText.help;

interface HelpNoticeProps {
  readonly lab: Lab;
  readonly help: NonNullable<Lab['help']>;
}

/** That somebody asked for help, and with what; whoever comes to help puts the hand down again. */
export function HelpNotice({ lab, help }: HelpNoticeProps) {
  const end = useEndHelp(lab.environment);
  return (
    <Notice
      icon={<IconHandStop aria-hidden size={18} stroke={1.5} />}
      ways={
        <Button size="xs" variant="default" loading={end.isPending} onClick={() => end.mutate()}>
          {lab.isOwn ? text.end : text.answered}
        </Button>
      }
    >
      <bdi>{lab.isOwn ? text.sent : text.of(help.askedBy)}</bdi>
      <span className={classes.from}>
        , <Moment at={help.since} />
      </span>
      {help.message !== '' && (
        // A long one leaves the consoles their room: it scrolls, so the keyboard has to reach it.
        <div className={classes.message} tabIndex={0} role="region" aria-label={text.label}>
          <bdi>{help.message}</bdi>
        </div>
      )}
      {end.isError && <ErrorPanel error={end.error} title={text.notEnded} />}
    </Notice>
  );
}
