import { type Module } from '#domain/declared/modules.js';
import { useSession } from '../api/session.js';
import { useOrganizationSlug } from '../app/filters.js';

/** Whether a module counts nothing because it was not declared. */
export function useIsOff(module: Module): boolean {
  const slug = useOrganizationSlug();
  const organization = useSession()?.organizations.find((each) => each.slug === slug);
  return organization?.class === 'personal' && !(module in organization.modules);
}
