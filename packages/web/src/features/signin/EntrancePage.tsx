import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageTitle } from '../../components/PageTitle.tsx';

interface EntrancePageProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** The narrow page before one is inside. */
export function EntrancePage({ title, text, children }: EntrancePageProps) {
  return (
    <Stack component="main" gap="xl" maw={400} mx="auto" pt="12vh" px="lg" pb="xl">
      <PageTitle>{title}</PageTitle>
      <div>
        <Title order={1}>{title}</Title>
        {text !== undefined && <Text mt="xs">{text}</Text>}
      </div>
      {children}
    </Stack>
  );
}
