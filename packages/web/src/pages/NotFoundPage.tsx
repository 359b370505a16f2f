import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { MessagePage } from '../components/MessagePage.tsx';
import { shellText } from '../features/shell/shellText.ts';

export function NotFoundPage() {
  return (
    <MessagePage title={shellText.notFoundTitle} text={shellText.notFoundText}>
      <Button component={Link} to="/">
        {shellText.toHome}
      </Button>
    </MessagePage>
  );
}
