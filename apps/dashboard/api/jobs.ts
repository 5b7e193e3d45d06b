import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DeadJobs, JobsReplayed } from '#contract/jobs.js';
import { get, send } from './client.js';

const key = ['jobs'];

/** Of the whole installation: for its administrators. */
export const useDeadJobs = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => get('/v1/jobs', DeadJobs, {}, signal) });

export function useReplayJobs() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send('POST', '/v1/jobs/replay', {}, JobsReplayed),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}
