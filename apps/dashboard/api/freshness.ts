import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { type Day } from '../format/iso-week.js';
import { get, organizationPath } from './client.js';

const Freshness = z.object({ upTo: z.iso.date().nullable(), computedAt: z.iso.datetime({ offset: true }).nullable() });

/** The last published day and when it was computed; null before the first publication. */
export function useFreshness(slug: string): { upTo: Day; computedAt: Date } | null {
  const { data } = useQuery({
    queryKey: ['freshness', slug],
    queryFn: ({ signal }) => get(organizationPath(slug, 'freshness'), Freshness, {}, signal),
    refetchInterval: 60_000,
  });
  if (!data?.upTo || !data.computedAt) return null;
  return { upTo: data.upTo, computedAt: new Date(data.computedAt) };
}
