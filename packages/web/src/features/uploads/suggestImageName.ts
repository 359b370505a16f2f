const longest = 30;

/** From the name of a file, as the server takes it; `disk` when nothing of it can stay. */
export function suggestImageName(fileName: string): string {
  const words = fileName
    .replace(/\.(qcow2|img|raw|iso)$/i, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, longest)
    .replace(/-+$/, '');
  return words === '' ? 'disk' : words;
}

export function isImageName(name: string): boolean {
  return /^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/.test(name);
}
