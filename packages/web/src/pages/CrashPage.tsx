import { crashText } from '../components/crashText.ts';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import { PanelPage } from '../components/PanelPage.tsx';
import { PageTitle } from '../components/PageTitle.tsx';
import { shellText } from '../features/shell/shellText.ts';

/** When drawing the page itself failed. */
export function CrashPage({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <PanelPage>
      <PageTitle>{shellText.crashTitle}</PageTitle>
      <ErrorPanel
        error={error}
        title={shellText.crashTitle}
        text={crashText}
        action={shellText.reload}
        onRetry={reset}
      />
    </PanelPage>
  );
}
