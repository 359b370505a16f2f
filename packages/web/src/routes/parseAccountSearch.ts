const tabs = ['you', 'sessions', 'tokens'] as const;
export type AccountTab = (typeof tabs)[number];

export interface AccountSearch {
  readonly tab?: AccountTab;
}

export function parseAccountSearch(search: Record<string, unknown>): AccountSearch {
  const tab = tabs.find((known) => known === search.tab);
  return tab === undefined || tab === 'you' ? {} : { tab };
}
