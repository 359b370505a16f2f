import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A part of the drawer with its heading. */
export function Block({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section>
      <Title order={3} mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}
