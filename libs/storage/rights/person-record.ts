import { type DataSource } from 'typeorm';
import { type PersonRecord, type RecordRow, recordSections } from '#domain/rights/person-record.js';
import { noteAudit } from '../audit/audit-log.js';
import { rowsOf } from '../database.js';
import { saidOfUsers } from '../scim/known-users.js';
import { namesOf } from '../vault/keyring.js';
import { knownPerson } from './known-names.js';
import { recordSql } from './person-record.sql.js';
import { refusedNaming } from './refused-lines.js';
import { withinOrganization } from '../wall/within-organization.js';

/**
 * Everything that is stored about whoever is called so, with who asked in the audit log; null where nobody is. One view of
 * the whole: what happens meanwhile is not in it.
 */
export async function readPerson(
  rights: DataSource,
  organizationId: string,
  request: { identifier: string; accountId: string | null; now: Date },
): Promise<PersonRecord | null> {
  return withinOrganization(organizationId, async () => {
    const names = await namesOf(rights, organizationId);
    return rights.transaction('REPEATABLE READ', async (tx) => {
      const asked = { tokens: [], names: [request.identifier.trim()] };
      const person = await knownPerson(tx, organizationId, names, asked);
      const [organization] = await rowsOf<{ name: string }>(tx, `select name from organization where id = $1`, [
        organizationId,
      ]);
      const words = person.names.map((name) => name.toLowerCase());
      const refused = await refusedNaming(tx, organizationId, names, words);
      const sections = {} as Record<(typeof recordSections)[number], RecordRow[]>;
      for (const section of recordSections) {
        if (section === 'names') sections.names = person.names.map((name) => ({ name }));
        else if (section === 'provider') sections.provider = await saidOfUsers(tx, organizationId, names, person.scim);
        else
          sections[section] = await rowsOf<RecordRow>(
            tx,
            `with given as (select $1::uuid, $2::integer[], $3::text[], $4::text[], $5::integer[], $6::integer[]) ${recordSql[section]}`,
            [
              ...[organizationId, person.ordinals, person.tokens, words],
              ...[refused.map(({ importId }) => importId), refused.map(({ position }) => position)],
            ],
          );
      }
      const known =
        person.ordinals.length > 0 || recordSections.some((name) => name !== 'names' && sections[name].length > 0);
      await noteAudit(tx, {
        ...{ organizationId, accountId: request.accountId, action: 'person_read' },
        // Whose file it was: by the tokens that the ledger keeps too, never by a name.
        detail: { known, person: person.tokens.sort() },
      });
      return known
        ? { organization: organization?.name ?? '', on: request.now.toISOString().slice(0, 10), sections }
        : null;
    });
  });
}
