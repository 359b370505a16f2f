import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';
import {
  parseClassSearch,
  studentGroups,
  type ClassSearch,
  type StudentGroup,
} from '../../../routes/parseClassSearch.ts';
import { splitList } from '../../../routes/parseDesignSearch.ts';

const route = getRouteApi('/signed-in/a/$assignment/class');

/** Filters, order and the opened student, as they stand in the page's address. */
export interface ClassAddress {
  readonly search: ClassSearch;
  readonly groups: readonly StudentGroup[];
  /** Undefined takes a part away; `isStep` makes it one that Back undoes. */
  readonly change: (
    change: { [Key in keyof ClassSearch]?: ClassSearch[Key] | undefined },
    isStep?: boolean,
  ) => void;
}

export function useClassAddress(): ClassAddress {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const latest = useRef<ClassSearch>(search);
  latest.current = search;
  const change = useCallback<ClassAddress['change']>(
    (part, isStep = false) => {
      latest.current = parseClassSearch({ ...latest.current, ...part });
      void navigate({ search: latest.current, replace: !isStep });
    },
    [navigate],
  );
  const groups = useMemo(
    () => studentGroups.filter((group) => splitList(search.state).includes(group)),
    [search.state],
  );
  return { search, groups, change };
}
