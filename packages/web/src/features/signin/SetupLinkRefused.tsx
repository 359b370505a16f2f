import { Stack, Text } from '@mantine/core';
import { RequestError } from '../../api/RequestError.ts';
import { CommandLine } from '../../components/CommandLine.tsx';
import { signInText } from './signInText.ts';

/** A link that was used, is too old, or never was: how one gets another. */
export function SetupLinkRefused() {
  return (
    <Stack gap="sm" role="alert">
      <Text fw={600}>{signInText.linkUsedTitle}</Text>
      <Text size="sm">{signInText.linkUsedText}</Text>
      <CommandLine command={signInText.newLink} />
    </Stack>
  );
}

/** Whether the server refuses the link, and not what was typed. */
export function isLinkRefused(error: unknown): boolean {
  return error instanceof RequestError && [401, 403, 404, 410].includes(error.status ?? 0);
}
