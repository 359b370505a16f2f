import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageTitle } from './PageTitle.tsx';
import classes from './Page.module.css';

interface PageProps {
  readonly title: string;
  /** In the browser's tab, where that says more. */
  readonly tabTitle?: string;
  /** What one mostly does here. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A page to read and to fill in, in the middle of the window. */
export function Page({ title, tabTitle = title, action, children }: PageProps) {
  return (
    <main className={classes.page}>
      <PageTitle>{tabTitle}</PageTitle>
      <div className={classes.head}>
        <Title order={1} dir="auto">
          {title}
        </Title>
        {action}
      </div>
      {children}
    </main>
  );
}
