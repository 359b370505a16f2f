import { Anchor, Button, Stack, Stepper, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { capacityQuery } from '../api/administration.ts';
import { imagesQuery } from '../api/catalogue.ts';
import { sessionQuery } from '../api/session.ts';
import { Answer } from '../components/Answer.tsx';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { Page } from '../components/Page.tsx';
import { HostFacts } from '../features/setup/HostFacts.tsx';
import { setupText } from '../features/setup/setupText.ts';
import { useCreateSample } from '../features/setup/useCreateSample.ts';

/** After the first account: what the server has, and a first lab. */
export function WelcomePage() {
  const person = useQuery(sessionQuery).data?.person;
  const capacity = useQuery(capacityQuery);
  const images = useQuery(imagesQuery).data?.images ?? [];
  if (!person?.isAdministrator) return <Navigate to="/" replace />;
  return (
    <Page title={setupText.title}>
      <Stepper active={2} allowNextStepsSelect={false} color="ink" size="xs" iconSize={24} mb="xl">
        <Stepper.Step label={setupText.steps.account} />
        <Stepper.Step label={setupText.steps.server} />
        <Stepper.Step label={setupText.steps.tryIt} />
      </Stepper>
      <Stack gap="xl">
        <Text dir="auto">{setupText.signedInAs(person.name)}</Text>
        <section>
          <Title order={2} mb="sm">
            {setupText.steps.server}
          </Title>
          <Answer query={capacity} loading={setupText.loading} unread={setupText.unread} lines={3}>
            {({ host }) => <HostFacts host={host} images={images} />}
          </Answer>
        </section>
        <section>
          <Title order={2} mb="sm">
            {setupText.steps.tryIt}
          </Title>
          <TryIt />
        </section>
      </Stack>
    </Page>
  );
}

function TryIt() {
  const create = useCreateSample();
  const navigate = useNavigate();
  const start = () => {
    create.mutate(undefined, {
      onSuccess: ({ slug }) =>
        void navigate({ to: '/a/$assignment/design', params: { assignment: slug }, replace: true }),
    });
  };
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm">{setupText.createHint}</Text>
      {create.isError && <ErrorPanel error={create.error} title={setupText.notCreated} />}
      <Button onClick={start} loading={create.isPending}>
        {setupText.create}
      </Button>
      <Anchor component={Link} to="/" size="sm">
        {setupText.later}
      </Anchor>
    </Stack>
  );
}
