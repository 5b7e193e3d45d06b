import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { type ChangedPull, type NewPull, PullCreated, Pulls, PullTest, type TestedPull } from '#contract/pulls.js';
import { get, organizationPath, send } from '../../api/client.js';
import { useOrganizationSlug } from '../../app/filters.js';

const whileFetching = 2_000;
const otherwise = 30_000;

/** Sources that are fetched, asked for again as they move; only for who may see to them. */
export function usePulls(enabled: boolean) {
  const slug = useOrganizationSlug();
  return useQuery({
    queryKey: ['pulls', slug],
    queryFn: ({ signal }) => get(organizationPath(slug, 'pulls'), Pulls, {}, signal),
    refetchInterval: ({ state }) => (state.data?.pulls.some(isMoving) ? whileFetching : otherwise),
    enabled,
  });
}

const isMoving = ({ fetching, paused, next }: Pulls['pulls'][number]) =>
  fetching || (!paused && Date.parse(next) <= Date.now());

function useGesture<Given, Answer>(gesture: (path: (rest: string) => string, given: Given) => Promise<Answer>) {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => gesture((rest) => organizationPath(slug, `pulls${rest}`), given),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['pulls', slug] });
      void queries.invalidateQueries({ queryKey: ['sources', slug] });
    },
  });
}

export const useConnect = () =>
  useGesture<NewPull, PullCreated>((path, given) => send('POST', path(''), given, PullCreated));

export const useChangePull = () =>
  useGesture<{ source: number; given: ChangedPull }, undefined>((path, { source, given }) =>
    send('PUT', path(`/${source}`), given, z.undefined()),
  );

export const usePausePull = () =>
  useGesture<{ source: number; paused: boolean }, undefined>((path, { source, paused }) =>
    send('PATCH', path(`/${source}`), { paused }, z.undefined()),
  );

export const useFetchNow = () =>
  useGesture<number, unknown>((path, source) => send('POST', path(`/${source}/fetch`), undefined, z.unknown()));

export const useDisconnect = () =>
  useGesture<number, undefined>((path, source) => send('DELETE', path(`/${source}`), undefined, z.undefined()));

export function useConnectionTest() {
  const slug = useOrganizationSlug();
  return useMutation({
    mutationFn: (given: TestedPull) => send('POST', organizationPath(slug, 'pulls/test'), given, PullTest),
  });
}
