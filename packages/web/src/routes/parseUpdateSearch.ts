import { splitList } from './parseDesignSearch.ts';

/** Which students an update is planned for, and to which release; left out are all, and the newest. */
export interface UpdateSearch {
  readonly release?: number;
  /** Environments, separated by commas. */
  readonly students?: string;
}

export function parseUpdateSearch(search: Record<string, unknown>): UpdateSearch {
  const release = Number(search.release);
  const students = splitList(search.students);
  return {
    ...(Number.isSafeInteger(release) && release > 0 && { release }),
    ...(students.length > 0 && { students: students.join(',') }),
  };
}
