import type { ClassPolicy, StudentView } from '@labcast/api-client';
import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { environmentQuery } from '../../../api/environments.ts';
import { useLiveEnvironment } from '../../../api/events/useLiveEnvironment.ts';
import { Answer } from '../../../components/Answer.tsx';
import { Moment } from '../../../components/Moment.tsx';
import type { Deeds } from '../actions/useDeeds.ts';
import { describeStudent } from '../board/describeStudent.ts';
import { lookOf } from '../board/studentLooks.ts';
import { classText } from '../classText.ts';
import { Block } from './Block.tsx';
import classes from './detail.module.css';
import { DetailCheckpoints } from './DetailCheckpoints.tsx';
import { DetailChecks } from './DetailChecks.tsx';
import { DetailElements } from './DetailElements.tsx';
import { DetailHistory } from './DetailHistory.tsx';
import { DetailTime } from './DetailTime.tsx';

const text = classText.detail;

interface StudentDetailProps {
  readonly assignment: string;
  readonly student: StudentView;
  readonly policy: ClassPolicy;
  readonly deeds: Deeds;
}

/** Everything about one student's lab, and what can be done about it. */
export function StudentDetail({ assignment, student, policy, deeds }: StudentDetailProps) {
  const { environment, people, state, help, release } = student;
  const isThere = state !== 'not-deployed';
  return (
    <Stack gap="lg">
      <Who student={student} />
      {help && (
        <Alert
          variant="outline"
          color="var(--labcast-state-orange)"
          icon={<IconHandStop aria-hidden size={20} stroke={1.5} />}
          title={text.help}
          styles={{
            title: { color: 'var(--labcast-ink)' },
            root: { background: 'var(--labcast-surface)' },
          }}
        >
          <Text size="sm" dir="auto">
            {help.message}
          </Text>
          <Text size="sm" c="dimmed">
            <Moment at={help.since} />
          </Text>
        </Alert>
      )}
      {isThere ? (
        <Lab assignment={assignment} environment={environment} student={student} deeds={deeds} />
      ) : (
        <Text size="sm">{text.notDeployed}</Text>
      )}
      <DetailChecks assignment={assignment} environment={environment} checks={student.checks} />
      {isThere && (
        <>
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
      {people.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.numbered}
        </Text>
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

interface LabProps {
  readonly assignment: string;
  readonly environment: string;
  readonly student: StudentView;
  readonly deeds: Deeds;
}

function Lab({ assignment, environment, student, deeds }: LabProps) {
  const path = { assignment, environment };
  useLiveEnvironment(path);
  const view = useQuery(environmentQuery(path));
  return (
    <Answer query={view} loading={text.loading} unread={text.unread}>
      {(lab) => (
        <Stack gap="lg">
          <Group gap="xs">
            {student.state !== 'frozen' && (
              <Button
                size="xs"
                variant="default"
                component={Link}
                to={`/labs/${lab.id}`}
                title={text.joinHint}
              >
                {text.join}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => deeds.ask('message', [environment])}>
              {classText.actions.message}
            </Button>
            <Button size="xs" variant="default" onClick={() => deeds.ask('reset', [environment])}>
              {classText.actions.reset}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => deeds.act({ action: 'checkpoint', environments: [environment] })}
            >
              {classText.actions.checkpoint}
            </Button>
          </Group>
          <DetailElements path={path} lab={lab} deeds={deeds} />
        </Stack>
      )}
    </Answer>
  );
}
