import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { parsePipelineSearch, type PipelineSearch } from '../../routes/parsePipelineSearch.ts';

const route = getRouteApi('/signed-in/a/$assignment/pipeline');

export interface PipelineAddress {
  readonly search: PipelineSearch;
  /** Undefined takes a part away. */
  readonly change: (change: {
    [Key in keyof PipelineSearch]?: PipelineSearch[Key] | undefined;
  }) => void;
}

/** The run and the stage that are looked at, as they stand in the page's address. */
export function usePipelineAddress(): PipelineAddress {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback<PipelineAddress['change']>(
    (part) => void navigate({ search: (before) => parsePipelineSearch({ ...before, ...part }) }),
    [navigate],
  );
  return { search, change };
}
