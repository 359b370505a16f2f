/** The part of a `package-lock.json` (version 3) that tells what is installed where, and what for. */
export interface PackageLock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: boolean; readonly link?: boolean; readonly resolved?: string }>
  >;
}

/**
 * Folders of third-party packages that a running Labcast needs, relative to the repository and without those inside
 * others of the list; what only development needs is left out.
 */
export function productionModules(lock: PackageLock): string[] {
  const needed = Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.dev && !entry.link)
    .map(([path]) => path)
    .sort();
  return needed.filter(
    (path) => !needed.some((other) => other !== path && path.startsWith(`${other}/`)),
  );
}

/** Our own packages: name -> folder, both relative to the repository; `node_modules/@labcast/x` is a link there. */
export function workspaceLinks(lock: PackageLock): Record<string, string> {
  const links: Record<string, string> = {};
  for (const [path, entry] of Object.entries(lock.packages))
    if (entry.link === true && entry.resolved !== undefined) links[path] = entry.resolved;
  return links;
}
