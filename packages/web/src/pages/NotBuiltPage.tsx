import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { MessagePage } from '../components/MessagePage.tsx';
import { shellText } from '../features/shell/shellText.ts';

/** For an address that is laid down but has no page yet. */
export function NotBuiltPage() {
  return (
    <MessagePage title={shellText.notBuiltTitle} text={shellText.notBuiltText}>
      <Button component={Link} to="/">
        {shellText.toHome}
      </Button>
    </MessagePage>
  );
}
