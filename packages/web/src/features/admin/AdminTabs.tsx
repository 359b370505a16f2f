import { Link, Outlet } from '@tanstack/react-router';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/session.ts';
import { Page } from '../../components/Page.tsx';
import { adminText } from './adminText.ts';
import classes from './admin.module.css';
import { DiskFull } from './DiskFull.tsx';

const tabs = ['capacity', 'images', 'people', 'audit', 'ledger', 'settings'] as const;

/** The administration's pages, for administrators alone. */
export function AdminTabs() {
  const person = useQuery(sessionQuery).data?.person;
  if (!person?.isAdministrator)
    return (
      <Page title={adminText.title}>
        <Text>{adminText.onlyAdministrators}</Text>
        <Link to="/">{adminText.toCourses}</Link>
      </Page>
    );
  return (
    <Page title={adminText.title}>
      <DiskFull />
      <nav className={classes.tabs} aria-label={adminText.title}>
        {tabs.map((tab) => (
          <Link key={tab} to={`/admin/${tab}`}>
            {adminText.tabs[tab]}
          </Link>
        ))}
      </nav>
      <Outlet />
    </Page>
  );
}
