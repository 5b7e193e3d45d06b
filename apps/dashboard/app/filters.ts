import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type Search, type Window } from './search.js';

const organizationRoute = getRouteApi('/o/$organization');

export interface Filters extends Search {
  window: Window;
}

/** The organisation in the address. */
export const useOrganizationSlug = (): string => organizationRoute.useParams().organization;

/** The filters in the address, and a way to change some of them; undefined removes one. */
export function useFilters(): [Filters, (changes: Partial<Search>) => void] {
  const search = organizationRoute.useSearch();
  const navigate = useNavigate();
  const change = useCallback(
    (changes: Partial<Search>) => void navigate({ to: '.', search: (before: Search) => ({ ...before, ...changes }) }),
    [navigate],
  );
  return [{ ...search, window: search.window ?? 28 }, change];
}
