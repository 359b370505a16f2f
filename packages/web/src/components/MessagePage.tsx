import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageTitle } from './PageTitle.tsx';

interface MessagePageProps {
  readonly title: string;
  readonly text: string;
  /** The way on. */
  readonly children: ReactNode;
}

/** A page that has one thing to say. */
export function MessagePage({ title, text, children }: MessagePageProps) {
  return (
    <Stack component="main" gap="lg" maw={560} mx="auto" mt={96} px="lg" align="flex-start">
      <PageTitle>{title}</PageTitle>
      <Title order={1}>{title}</Title>
      <Text>{text}</Text>
      {children}
    </Stack>
  );
}
