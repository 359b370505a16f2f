import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { classText } from '../classText.ts';

/** Where to begin when nothing can be deployed. */
export function NoRelease({ assignment }: { readonly assignment: string }) {
  return (
    <Stack gap="xs" align="flex-start">
      <Text fw={600}>{classText.deploy.noRelease}</Text>
      <Text size="sm">{classText.deploy.noReleaseHint}</Text>
      <Anchor component={Link} to={`/a/${assignment}/pipeline`}>
        {classText.deploy.toPipeline}
      </Anchor>
    </Stack>
  );
}
