import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { deployText } from './deployText.ts';

/** Where to begin when nothing can be deployed. */
export function NoRelease({ assignment }: { readonly assignment: string }) {
  return (
    <Stack gap="xs" align="flex-start">
      <Text fw={600}>{deployText.noRelease}</Text>
      <Text size="sm">{deployText.noReleaseHint}</Text>
      <Anchor component={Link} to={`/a/${assignment}/pipeline`}>
        {deployText.toPipeline}
      </Anchor>
    </Stack>
  );
}
