import { useSearch } from '@tanstack/react-router';
import { useSuspenseQuery } from '@tanstack/react-query';
import { PublicRules } from '#contract/public-rules.js';
import { get } from './client.js';

/** The rules of the organisation that the address names; those that hold everywhere where it names none. */
export function usePublicRules(): PublicRules {
  const { of } = useSearch({ from: '/privacy' });
  return useSuspenseQuery({
    queryKey: ['public-rules', of ?? null],
    queryFn: ({ signal }) => get('/v1/public-rules', PublicRules, { of }, signal),
  }).data;
}
