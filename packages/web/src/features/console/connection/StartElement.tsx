import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { describeError } from '../../../components/describeError.ts';
import { startElement } from '../../../api/consoles.ts';
import type { ConsoleAddress } from '../../../routes/consoleAddress.ts';
import { outageText } from './outageText.ts';

/** Starts the machine of a console that has stopped. */
export function StartElement({ address }: { readonly address: ConsoleAddress }) {
  const { assignment, environment, console } = address;
  const start = useMutation({
    mutationFn: () => startElement({ assignment, environment, element: console.element }),
  });
  return (
    <>
      <Button
        size="xs"
        onClick={() => start.mutate()}
        disabled={start.isPending || start.isSuccess}
      >
        {start.isPending || start.isSuccess
          ? outageText.starting
          : outageText.start(console.element)}
      </Button>
      {start.isError && (
        <Text size="sm" role="alert">
          {describeError(start.error).message}
        </Text>
      )}
    </>
  );
}
