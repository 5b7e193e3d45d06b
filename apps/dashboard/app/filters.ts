import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type Search, type Window } from './search.js';

const organizationRoute = getRouteApi('/o/$organization');

export interface Filters extends Search {
  window: Window;
}

/** The organisation in the address. */
export const useOrganizationSlug = (): string => organizationRoute.useParams().organization;

type Changes = Partial<Search>;

/**
 * The filters in the address, and a way to change some of them; undefined removes one. What builds on a filter takes it
 * from the address as it then is: the page may still be drawn for an earlier one.
 */
export function useFilters(): [Filters, (changes: Changes | ((now: Search) => Changes)) => void] {
  const search = organizationRoute.useSearch();
  const navigate = useNavigate();
  const change = useCallback(
    (changes: Changes | ((now: Search) => Changes)) =>
      void navigate({
        to: '.',
        search: (now: Search) => ({ ...now, ...(typeof changes === 'function' ? changes(now) : changes) }),
      }),
    [navigate],
  );
  return [{ ...search, window: search.window ?? 28 }, change];
}
