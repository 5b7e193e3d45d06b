import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { get, organizationPath } from './client.js';

const Scopes = z.array(z.object({ key: z.string(), name: z.string() }));

/** The nodes and waves whose figures may be read on their own. */
export function useScopes(slug: string): { value: string; label: string }[] {
  const { data } = useQuery({
    queryKey: ['scopes', slug],
    queryFn: ({ signal }) => get(organizationPath(slug, 'scopes'), Scopes, {}, signal),
    select: (scopes) => scopes.map(({ key, name }) => ({ value: key, label: name })),
  });
  return data ?? [];
}
