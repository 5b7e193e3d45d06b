import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Groups, type KindChanges } from '#contract/groups.js';
import { suggestKind } from '#domain/communities/suggested-kind.js';
import { Problem } from '#runtime/problem.js';
import { auditDeclared } from '#storage/declared/known-facts.js';
import { lockGroupKinds, readGroupKinds, setGroupKinds } from '#storage/directory/group-kinds.js';
import { APP_DB } from '../databases.js';

/** Templates are no community and counted nowhere: whether a group is one is the file's to say. */
const template = 'template';

/** What kind of group each is, and corrections by hand. */
@Injectable()
export class GroupKinds {
  constructor(@Inject(APP_DB) private readonly database: DataSource) {}

  async list(organizationId: string): Promise<Groups> {
    const groups = await readGroupKinds(this.database, organizationId);
    return { groups: groups.map((one) => ({ ...one, suggestion: suggestKind(one.name, one.kindInFile) })) };
  }

  /** All of them or none. Returns how many changed. */
  change(organizationId: string, accountId: string, { changes }: KindChanges): Promise<number> {
    return this.database.transaction(async (tx) => {
      const keys = [...new Set(changes.map(({ group }) => group))];
      if (keys.length < changes.length) throw new Problem('duplicate_group', 400, 'A group is named twice.');
      const known = await lockGroupKinds(tx, organizationId, keys);
      const unknown = keys.filter((key) => !known.has(key)).length;
      if (unknown > 0) throw new Problem('unknown_group', 404, `${unknown} of these groups do not exist.`);
      if (keys.some((key) => known.get(key)?.includes(template)))
        throw new Problem(
          'template_group',
          409,
          'A template becomes a group by a file only: its weeks are counted again.',
        );
      const changed = await setGroupKinds(tx, organizationId, changes);
      if (changed > 0)
        await auditDeclared(tx, organizationId, accountId, 'declared', { kind: 'group_kinds', facts: changed });
      return changed;
    });
  }
}
