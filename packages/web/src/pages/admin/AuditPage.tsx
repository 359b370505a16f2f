import { PageTitle } from '../../components/PageTitle.tsx';
import { adminText } from '../../features/admin/adminText.ts';
import { AuditView } from '../../features/admin/AuditView.tsx';

export function AuditPage() {
  return (
    <>
      <PageTitle>{adminText.tabs.audit}</PageTitle>
      <AuditView />
    </>
  );
}
