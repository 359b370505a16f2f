import { Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { detailText as text } from './detailText.ts';

/** Two ways into a student's consoles; whichever it is, the student sees who came. */
export function JoinMenu({ lab }: { readonly lab: string }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="default">
          {text.join}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={`/labs/${lab}`}>
          {text.joins.view}
        </Menu.Item>
        <Menu.Item component={Link} to={`/labs/${lab}?join=control`}>
          {text.joins.control}
        </Menu.Item>
        <Menu.Label>{text.joinHint}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
