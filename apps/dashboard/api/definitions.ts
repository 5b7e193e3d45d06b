import { queryOptions } from '@tanstack/react-query';
import { Definitions } from '#contract/definitions.js';
import { get } from './client.js';

/** What every number means: the same for everybody, as long as the program is. */
export const definitionsQuery = queryOptions({
  queryKey: ['definitions'],
  queryFn: ({ signal }) => get('/v1/definitions', Definitions, {}, signal),
  staleTime: Infinity,
});
