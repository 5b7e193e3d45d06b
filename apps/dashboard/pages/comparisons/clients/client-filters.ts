import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type Search } from '../../../app/search.js';

const route = getRouteApi('/clients');

type ClientSearch = Pick<Search, 'indicator' | 'window' | 'compare'>;

/** What the address asks for, and a way to change some of it. */
export function useClientFilters(): [ClientSearch, (changes: ClientSearch) => void] {
  const search = route.useSearch();
  const navigate = useNavigate();
  return [
    search,
    (changes) => void navigate({ to: '/clients', search: (now: ClientSearch) => ({ ...now, ...changes }) }),
  ];
}
