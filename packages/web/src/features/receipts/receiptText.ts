const things = (count: number) => (count === 1 ? '1 thing' : `${count} things`);

/** Every text of the receipts. */
export const receiptText = {
  title: (name: string) => `Receipt: ${name}`,
  loading: 'Reading the receipt',
  unread: 'The receipt could not be read',
  nothing: 'Nothing was ever allocated for it, so there is nothing to give back.',
  allGone: (count: number) => `All is gone: ${things(count)} allocated, each seen to be gone.`,
  going: (gone: number, all: number) =>
    `${gone} of ${things(all)} are seen to be gone. The rest is being removed; this page follows it.`,
  inUse: (gone: number, all: number) =>
    `${things(all)} allocated: ${all - gone} in use, ${gone} seen to be gone.`,
  print: 'Print',
  back: 'All courses',
  made: 'made',
  removed: 'gone',
  columns: { kind: 'Kind', name: 'Name', requested: 'Asked for', seen: 'Seen', gone: 'Seen gone' },
  not: '–',
  kinds: { bridge: 'network', egress: 'way out', instance: 'instance' } as Record<string, string>,
} as const;
