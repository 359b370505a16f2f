import { Outlet } from '@tanstack/react-router';
import type { Person } from '@labcast/api-client';
import { PanelBoundary } from '../../components/PanelBoundary.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { AssignmentTabs } from './AssignmentTabs.tsx';
import { BarSlotTarget } from './BarSlot.tsx';
import { Find } from './Find.tsx';
import { OfflineBar } from './OfflineBar.tsx';
import { PlaceMenu } from './PlaceMenu.tsx';
import { shellText } from './shellText.ts';
import { useRememberVisit } from './useRememberVisit.ts';
import classes from './Shell.module.css';

interface ShellProps {
  readonly person: Person;
  readonly serverName: string;
}

/** The one bar, and the page under it. */
export function Shell({ person, serverName }: ShellProps) {
  useRememberVisit(person.id);
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
        <Find />
        <AccountMenu person={person} />
      </header>
      <OfflineBar />
      <div className={classes.content} id="content" tabIndex={-1}>
        <PanelBoundary name="This page">
          <Outlet />
        </PanelBoundary>
      </div>
    </div>
  );
}
