import type { ClassPolicy, StudentView } from '@labcast/api-client';
import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Deeds } from '../actions/useDeeds.ts';
import { describeStudent } from '../board/describeStudent.ts';
import { StaleNote } from '../board/StaleNote.tsx';
import { lookOf } from '../board/studentLooks.ts';
import { classText } from '../classText.ts';
import { detailText as text } from './detailText.ts';
import { Block } from './Block.tsx';
import classes from './detail.module.css';
import { DetailCheckpoints } from './DetailCheckpoints.tsx';
import { DetailChecks } from './DetailChecks.tsx';
import { DetailHelp } from './DetailHelp.tsx';
import { DetailHistory } from './DetailHistory.tsx';
import { DetailLab } from './DetailLab.tsx';
import { DetailTime } from './DetailTime.tsx';

interface StudentDetailProps {
  readonly assignment: string;
  readonly student: StudentView;
  readonly policy: ClassPolicy;
  readonly deeds: Deeds;
}

/** Everything about one student's lab, and what can be done about it. */
export function StudentDetail({ assignment, student, policy, deeds }: StudentDetailProps) {
  const { environment, state, help, release } = student;
  const isThere = state !== 'not-deployed';
  return (
    <Stack gap="lg">
      {/* The drawer may lie over what says it on the page. */}
      <StaleNote />
      <Who student={student} />
      {help && <DetailHelp path={{ assignment, environment }} help={help} />}
      {isThere ? (
        <DetailLab
          assignment={assignment}
          environment={environment}
          student={student}
          deeds={deeds}
        />
      ) : (
        <Text size="sm">{text.notDeployed}</Text>
      )}
      {isThere && (
        <>
          <DetailChecks
            path={{ assignment, environment }}
            isRunning={state === 'ready' || state === 'attention'}
          />
          <DetailTime assignment={assignment} student={student} policy={policy} deeds={deeds} />
          <DetailCheckpoints assignment={assignment} environment={environment} />
          {release !== undefined && (
            <Block title={text.differences}>
              <Anchor
                size="sm"
                component={Link}
                to={`/a/${assignment}/compare?from=r${release}&to=${encodeURIComponent(environment)}`}
              >
                {text.differencesShow}
              </Anchor>
            </Block>
          )}
          <DetailHistory assignment={assignment} environment={environment} />
        </>
      )}
    </Stack>
  );
}

function Who({ student }: { readonly student: StudentView }) {
  const { environment, people, section, team, release } = student;
  const look = lookOf(student);
  const words = describeStudent(student, Date.now());
  return (
    <div>
      <span className={classes.state}>
        <look.icon
          aria-hidden
          size={20}
          stroke={1.5}
          color={`var(--labcast-state-${look.color})`}
        />
        <b>{words.word}</b>
        {release !== undefined && <span>{classText.onRelease(release)}</span>}
        <span className={classes.dimmed}>{words.seen}</span>
      </span>
      {words.note !== '' && !student.help && <p className={classes.note}>{words.note}</p>}
      {people.length === 0 && (
        <p className={`${classes.note} ${classes.dimmed}`}>{text.numbered}</p>
      )}
      {people.length > 0 && (
        <p className={classes.note}>
          {[environment, ...people.map(({ login }) => login), section, team]
            .filter((part, index, all) => part !== undefined && all.indexOf(part) === index)
            .join(' · ')}
        </p>
      )}
    </div>
  );
}
