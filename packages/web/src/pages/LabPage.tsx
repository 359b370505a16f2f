import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { labQuery } from '../api/labs.ts';
import { sessionQuery } from '../api/session.ts';
import { Answer } from '../components/Answer.tsx';
import { LabDesk } from '../features/lab/LabDesk.tsx';
import { labText } from '../features/lab/labText.ts';

/** One lab, for whoever works in it, and for those who come to help. */
export function LabPage() {
  const { environment } = useParams({ from: '/signed-in/labs/$environment' });
  const lab = useQuery(labQuery(environment));
  const person = useQuery(sessionQuery).data?.person;
  if (lab.data) return <LabDesk lab={lab.data} personId={person?.id} />;
  return (
    <main style={{ padding: 16 }}>
      <Answer query={lab} loading={labText.loadingOne} unread={labText.unreadOne}>
        {() => null}
      </Answer>
    </main>
  );
}
