import { useMutation, useQueryClient } from '@tanstack/react-query';
import { DeclaredModules } from '#contract/modules.js';
import { type Module } from '#domain/declared/modules.js';
import { organizationPath, send } from '../../api/client.js';
import { sessionQuery } from '../../api/session.js';
import { useOrganizationSlug } from '../../app/filters.js';

/** Switches a module on with the day on which it was declared, or off (null); the rail follows at once. */
export function useDeclareModule(module: Module) {
  const slug = useOrganizationSlug();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (declaredOn: string | null) =>
      send('PUT', organizationPath(slug, `modules/${module}`), { declaredOn }, DeclaredModules),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ['organization', slug] }),
      ]),
  });
}
