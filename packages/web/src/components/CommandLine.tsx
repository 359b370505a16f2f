import { Button, Code, CopyButton, Group } from '@mantine/core';

/** A command or an address, ready to be copied. */
export function CommandLine({ command }: { readonly command: string }) {
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <Code fz="sm" px="sm" py={4} style={{ overflowWrap: 'anywhere' }}>
        {command}
      </Code>
      <CopyButton value={command}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy} style={{ flex: 'none' }}>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
