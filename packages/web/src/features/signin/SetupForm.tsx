import { useSetUp } from '../../api/session.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { AccountForm } from './AccountForm.tsx';
import { isLinkRefused, SetupLinkRefused } from './SetupLinkRefused.tsx';
import { signInText } from './signInText.ts';

/** Makes the first administrator. */
export function SetupForm({ token }: { readonly token: string }) {
  const setUp = useSetUp();
  return (
    <AccountForm
      failure={setUp.isError && <SetupFailure error={setUp.error} />}
      autoFocus
      button={signInText.create}
      isPending={setUp.isPending}
      onSubmit={(account) => setUp.mutate({ token, ...account })}
    />
  );
}

function SetupFailure({ error }: { readonly error: unknown }) {
  if (!isLinkRefused(error)) return <ErrorPanel error={error} title={signInText.create} />;
  return <SetupLinkRefused />;
}
