/** Every text of the gallery of scenarios. */
export const galleryText = {
  intoEmpty: 'Each is a working lab. It can be changed like anything drawn by hand.',
  intoOther: 'It is added to what is there. Nothing is replaced; undo takes it away again.',
  loading: 'Reading the scenarios',
  unread: 'The scenarios could not be read',
  none: 'This server has no scenarios.',
  addShort: 'Add to this lab',
  start: 'Start with this',
  needs: (memory: string, disk: string, cpu: string) =>
    `Needs ${memory} of memory, ${disk} of disk, ${cpu}`,
  elements: (names: readonly string[]) => `${names.length} elements: ${names.join(', ')}`,
  unreadable: 'This scenario cannot be read by this page. Reload it.',
} as const;
