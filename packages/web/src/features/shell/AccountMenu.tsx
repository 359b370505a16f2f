import {
  Menu,
  UnstyledButton,
  useMantineColorScheme,
  type MantineColorScheme,
} from '@mantine/core';
import { IconLogout, IconUser } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Person } from '@labcast/api-client';
import { useSignOut } from '../../api/session.ts';
import { clearActivity } from '../activity/activityStore.ts';
import { shellText } from './shellText.ts';

const schemes: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];

export function AccountMenu({ person }: { readonly person: Person }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton
          aria-label={`${shellText.account}: ${person.name}`}
          p={6}
          style={{ display: 'flex', gap: 4, alignItems: 'center' }}
        >
          <IconUser aria-hidden size={20} stroke={1.5} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label dir="auto" maw={280} style={{ overflowWrap: 'anywhere' }}>
          {person.name}
        </Menu.Label>
        <Menu.Item component={Link} to="/account">
          {shellText.account}
        </Menu.Item>
        <Menu.Item component={Link} to="/activity">
          {shellText.activity}
        </Menu.Item>
        {person.isAdministrator && (
          <Menu.Item component={Link} to="/admin/capacity">
            {shellText.administration}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>{shellText.theme}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.RadioItem
            key={scheme}
            value={scheme}
            checked={scheme === colorScheme}
            onClick={() => setColorScheme(scheme)}
          >
            {shellText.themes[scheme]}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout aria-hidden size={16} stroke={1.5} />}
          onClick={() => {
            signOut.mutate(undefined, {
              onSuccess: () => {
                clearActivity();
                void navigate({ to: '/sign-in' });
              },
            });
          }}
        >
          {shellText.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
