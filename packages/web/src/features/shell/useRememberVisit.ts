import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { assignmentQuery } from '../../api/assignments.ts';
import { saveVisit } from './visits.ts';

/** Notes the assignment that is looked at, for *Continue* on the first page. */
export function useRememberVisit(personId: string): void {
  const { assignment = '' } = useParams({ strict: false });
  const name = useQuery({ ...assignmentQuery(assignment), enabled: assignment !== '' }).data?.name;
  useEffect(() => {
    if (name !== undefined) saveVisit(personId, { assignment, name, at: Date.now() });
  }, [personId, assignment, name]);
}
