/** What the dock shows of its open consoles: one, or two side by side, which an address writes `web.terminal~vm.screen`. */
export interface ShownConsoles {
  readonly first?: string;
  readonly second?: string;
}

/** Only of those that are open; the first open one when the address names none of them. */
export function parseShownConsoles(
  text: string | undefined,
  open: readonly string[],
): ShownConsoles {
  const [first = open[0], second] = (text ?? '').split('~').filter((name) => open.includes(name));
  return {
    ...(first !== undefined && { first }),
    ...(second !== undefined && second !== first && { second }),
  };
}

export function writeShownConsoles({ first, second }: ShownConsoles): string | undefined {
  return second === undefined ? first : `${first ?? ''}~${second}`;
}
