import { splitList } from './parseDesignSearch.ts';

const views = ['tiles', 'table'] as const;
export type ClassView = (typeof views)[number];
/** What students are sorted by; those who need help come first unless another is chosen. */
export const classSorts = ['needs', 'name', 'progress', 'seen'] as const;
export type ClassSort = (typeof classSorts)[number];
/** What a student can be filtered by; each student is in one of them. */
export const studentGroups = [
  'ready',
  'starting',
  'help',
  'failed',
  'idle',
  'stopped',
  'frozen',
  'not-deployed',
] as const;
export type StudentGroup = (typeof studentGroups)[number];

/** What of the class page stands in its address, as a colleague would get it. Left out is what is usual. */
export interface ClassSearch {
  /** Undefined leaves it to the count of students. */
  readonly view?: ClassView;
  /** Groups, separated by commas. */
  readonly state?: string;
  readonly section?: string;
  readonly q?: string;
  readonly sort?: ClassSort;
  /** The environment of the student in the drawer. */
  readonly student?: string;
}

export function parseClassSearch(search: Record<string, unknown>): ClassSearch {
  const view = views.find((known) => known === search.view);
  const sort = classSorts.find((known) => known === search.sort);
  const groups = splitList(search.state).filter((name) =>
    studentGroups.some((known) => known === name),
  );
  const text = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  const [section, q, student] = [text(search.section), text(search.q), text(search.student)];
  return {
    ...(view && { view }),
    ...(groups.length > 0 && { state: groups.join(',') }),
    ...(section !== '' && { section }),
    ...(q !== '' && { q }),
    ...(sort && sort !== 'needs' && { sort }),
    ...(student !== '' && { student }),
  };
}
