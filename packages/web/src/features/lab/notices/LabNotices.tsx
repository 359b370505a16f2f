import type { Lab } from '@labcast/api-client';
import {
  IconClockExclamation,
  IconMessage,
  IconPlayerPause,
  IconShieldLock,
} from '@tabler/icons-react';
import { Moment } from '../../../components/Moment.tsx';
import { printDeadline, printMoment, printTime } from '../../../components/printMoment.ts';
import { useDrawnAt } from '../../../components/useMinute.ts';
import { labText } from '../labText.ts';
import { deadlineWarning } from './deadlineWarning.ts';
import { HelpNotice } from './HelpNotice.tsx';
import { Notice } from './Notice.tsx';
import classes from './notices.module.css';
import { UpdateOffer } from './UpdateOffer.tsx';
import { useDismissed } from './useDismissed.ts';

const text = labText.notices;
const look = { 'aria-hidden': true, size: 18, stroke: 1.5 } as const;
const idleWarningMs = 5 * 60_000;

/** What those in a lab have to know now: messages, the rules of an exam, and what the clock is about to do. */
export function LabNotices({ lab }: { readonly lab: Lab }) {
  const now = useDrawnAt();
  const read = useDismissed(lab.id);
  return (
    <>
      {lab.exam && (
        <Notice icon={<IconShieldLock {...look} />}>
          {text.exam} {describeTimes(lab.exam, now)}
        </Notice>
      )}
      {lab.help && <HelpNotice lab={lab} help={lab.help} />}
      {lab.messages
        .filter(({ id }) => !read.isDismissed(id))
        .toReversed()
        .map(({ id, text: words, sentBy, at }) => (
          <Notice key={id} icon={<IconMessage {...look} />} onDismiss={() => read.dismiss(id)}>
            <bdi>{words}</bdi>{' '}
            <span className={classes.from}>
              <bdi>{text.from(sentBy)}</bdi>, <Moment at={at} />
            </span>
          </Notice>
        ))}
      {!lab.isFrozen && <DeadlineNotice lab={lab} now={now} read={read} />}
      {lab.idleStopAt !== undefined && Date.parse(lab.idleStopAt) - now < idleWarningMs && (
        <Notice isUrgent icon={<IconPlayerPause {...look} />}>
          {text.idle(printTime(Date.parse(lab.idleStopAt)))}
        </Notice>
      )}
      {lab.isOwn && !lab.isFrozen && lab.update && (
        <UpdateOffer lab={lab} offer={lab.update} read={read} />
      )}
    </>
  );
}

interface DeadlineNoticeProps {
  readonly lab: Lab;
  readonly now: number;
  readonly read: ReturnType<typeof useDismissed>;
}

/** Warns a day, an hour and ten minutes before; the last one stays. */
function DeadlineNotice({ lab, now, read }: DeadlineNoticeProps) {
  if (lab.deadline === undefined) return null;
  const at = Date.parse(lab.deadline);
  const nearness = deadlineWarning(at, now);
  if (nearness === undefined) return null;
  // An exam has told its end already.
  if (nearness !== 'minutes' && lab.exam?.endsAt === lab.deadline) return null;
  const id = `${nearness} ${lab.deadline}`;
  const isLast = nearness === 'minutes';
  if (!isLast && read.isDismissed(id)) return null;
  return (
    <Notice
      isUrgent={isLast}
      icon={<IconClockExclamation {...look} />}
      onDismiss={isLast ? undefined : () => read.dismiss(id)}
    >
      {text.deadline(printDeadline(at, now))}
    </Notice>
  );
}

function describeTimes({ startsAt, endsAt }: NonNullable<Lab['exam']>, now: number): string {
  const start = startsAt === undefined ? Number.NaN : Date.parse(startsAt);
  if (start > now) return text.examBegins(printDeadline(start, now));
  if (endsAt === undefined) return '';
  const end = Date.parse(endsAt);
  return end <= now ? text.examOver(printMoment(end, now)) : text.examEnds(printDeadline(end, now));
}
