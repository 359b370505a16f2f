import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Person } from '@labcast/api-client';
import { PanelBoundary } from '../../components/PanelBoundary.tsx';
import { useWatchElsewhere } from '../activity/useWatchElsewhere.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { AssignmentTabs } from './AssignmentTabs.tsx';
import { BarSlotTarget } from './BarSlot.tsx';
import { Find } from './Find.tsx';
import { OfflineBar } from './OfflineBar.tsx';
import { PlaceMenu } from './PlaceMenu.tsx';
import { shellText } from './shellText.ts';
import { UpdatedBar } from './UpdatedBar.tsx';
import { useRememberVisit } from './useRememberVisit.ts';
import classes from './Shell.module.css';

const Toasts = lazy(() => import('../activity/Toasts.tsx'));

interface ShellProps {
  readonly person: Person;
  readonly serverName: string;
}

/** The one bar, and the page under it. */
export function Shell({ person, serverName }: ShellProps) {
  useRememberVisit(person.id);
  useWatchElsewhere();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {shellText.skip}
      </a>
      <header className={classes.bar}>
        <PlaceMenu serverName={serverName} />
        <AssignmentTabs />
        <div className={classes.space} />
        <BarSlotTarget />
        <Find person={person} />
        <AccountMenu person={person} />
      </header>
      <OfflineBar />
      <UpdatedBar />
      <div className={classes.content} id="content" tabIndex={-1}>
        <PanelBoundary name="This page" isAllOfThePage>
          <Outlet />
        </PanelBoundary>
      </div>
      <Suspense>
        <Toasts />
      </Suspense>
    </div>
  );
}
