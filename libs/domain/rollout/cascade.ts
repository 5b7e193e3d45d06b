/** A declared role in office: who holds it, and for which entity; null = the whole organisation. */
export interface CascadeMandate {
  role: 'community_manager' | 'relay';
  name: string | null;
  entity: string | null;
  entityName: string | null;
}

export type CascadeRole = 'head' | 'animator' | 'relay';

/** One step of the cascade, with those right above who support it; nobody above = alone. */
export interface CascadeStep {
  role: CascadeRole;
  name: string | null;
  entity: string | null;
  entityName: string | null;
  supportedBy: { name: string | null; entityName: string | null }[];
}

const order: Record<CascadeRole, number> = { head: 0, animator: 1, relay: 2 };

/**
 * Who supports whom (two-level animation, Voirin): the head of communities has the whole organisation, animators have
 * an entity, relays are volunteers. Everybody is supported by the nearest animators above, else by the head.
 * `parents`: of every entity that day, null at the top.
 */
export function cascadeOf(
  mandates: readonly CascadeMandate[],
  parents: ReadonlyMap<string, string | null>,
): CascadeStep[] {
  const isTop = (entity: string | null) => entity === null || parents.get(entity) === null;
  const roleOf = ({ role, entity }: CascadeMandate): CascadeRole =>
    role === 'relay' ? 'relay' : isTop(entity) ? 'head' : 'animator';
  const heads = mandates.filter((mandate) => roleOf(mandate) === 'head');
  const animators = mandates.filter((mandate) => roleOf(mandate) === 'animator');

  const above = (mandate: CascadeMandate, role: CascadeRole): readonly CascadeMandate[] => {
    if (role === 'head') return [];
    const seen = new Set<string>();
    const first = role === 'relay' ? mandate.entity : (parents.get(mandate.entity ?? '') ?? null);
    for (let at = first; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      seen.add(at);
      const here = animators.filter(({ entity }) => entity === at);
      if (here.length > 0) return here;
    }
    return heads;
  };

  return mandates
    .map((mandate): CascadeStep => {
      const { name, entity, entityName } = mandate;
      const role = roleOf(mandate);
      const supportedBy = above(mandate, role).map((one) => ({ name: one.name, entityName: one.entityName }));
      return { role, name, entity, entityName, supportedBy };
    })
    .sort(
      (one, other) =>
        order[one.role] - order[other.role] ||
        (one.entityName ?? '').localeCompare(other.entityName ?? '') ||
        (one.name ?? '').localeCompare(other.name ?? ''),
    );
}
