import { Button, Code, CopyButton, Group } from '@mantine/core';
import { signInText } from './signInText.ts';

/** A command to run on the server, ready to be copied. */
export function CommandLine({ command }: { readonly command: string }) {
  return (
    <Group gap="sm" wrap="nowrap">
      <Code fz="sm" px="sm" py={4}>
        {command}
      </Code>
      <CopyButton value={command}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy}>
            {copied ? signInText.copied : signInText.copy}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
