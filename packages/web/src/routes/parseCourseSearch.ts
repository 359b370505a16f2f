const tabs = ['assignments', 'people', 'settings'] as const;
export type CourseTab = (typeof tabs)[number];

export interface CourseSearch {
  readonly tab?: CourseTab;
}

export function parseCourseSearch(search: Record<string, unknown>): CourseSearch {
  const tab = tabs.find((known) => known === search.tab);
  return tab === undefined || tab === 'assignments' ? {} : { tab };
}
