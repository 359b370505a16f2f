import { queryOptions } from '@tanstack/react-query';
import { callElement, elementPath, type ElementAddress } from '../../../api/consoles.ts';
import type { FileEntry } from './fileEntries.ts';

export interface Folder {
  /** Whole, also when the home folder was asked for. */
  readonly path: string;
  readonly entries: readonly FileEntry[];
}

/** Without a path the home folder of the image's usual person. */
export const filesQuery = (address: ElementAddress, path: string | undefined) =>
  queryOptions({
    queryKey: [
      'environments',
      address.assignment,
      address.environment,
      'files',
      address.element,
      path ?? '',
    ],
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const response = await callElement(filesUrl(address, path), { signal });
      return (await response.json()) as Folder;
    },
  });

export function filesUrl(
  address: ElementAddress,
  path: string | undefined,
  isDownload = false,
): string {
  const query = new URLSearchParams({
    ...(path !== undefined && { path }),
    ...(isDownload && { download: '1' }),
  });
  return `${elementPath(address)}/files?${query.toString()}`;
}
