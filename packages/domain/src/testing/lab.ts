/** A lab with these elements, each `name: { ... }` on a line from line 3 on. */
export function lab(...elements: string[]): string {
  return ['version: 1', 'elements:', ...elements.map((line) => `  ${line}`)].join('\n');
}

export const machine = 'kind: container, image: debian-12';
