import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { shellText } from '../features/shell/shellText.ts';

/** When drawing the page itself failed. */
export function CrashPage({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <main style={{ maxWidth: 640, margin: '96px auto', padding: 16 }}>
      <PageTitle>{shellText.crashTitle}</PageTitle>
      <ErrorPanel
        error={error}
        title={shellText.crashTitle}
        action={shellText.reload}
        onRetry={reset}
      />
    </main>
  );
}
