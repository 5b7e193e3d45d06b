import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Fact } from '#connectors/declared/fact-kind.js';
import { type FactRecord, parseRecords } from '#connectors/declared/parse-facts.js';
import { type Located, UnreadableFileError } from '#connectors/rejection.js';
import { type Declared } from '#contract/declared.js';
import { isDay } from '#domain/calendar/day.js';
import { type Facts } from '#domain/declared/facts.js';
import { declareFacts } from '#pipeline/ingest/declare-facts.js';
import { Problem } from '#runtime/problem.js';
import { type PlainKind, factTables } from '#storage/declared/fact-table.js';
import { readFacts, withdrawFacts } from '#storage/declared/fact.repository.js';
import { actionsWithLists, auditDeclared } from '#storage/declared/known-facts.js';
import { APP_DB } from '../databases.js';

type Key = Readonly<Record<string, string | number>>;

/** Takes facts from a form, with the checks of their files, and gives them back. */
@Injectable()
export class DeclaredDesk {
  constructor(@Inject(APP_DB) private readonly database: DataSource) {}

  list(organizationId: string, kind: PlainKind): Promise<object[]> {
    return readFacts(this.database, organizationId, kind);
  }

  async declare(
    organizationId: string,
    accountId: string,
    kind: PlainKind,
    records: readonly FactRecord[],
  ): Promise<Declared> {
    const parsed = parse(kind, records);
    const rows = parsed.flatMap((one) => ('rejection' in one ? [] : [one]));
    const refused = parsed.flatMap((one) => ('rejection' in one ? [one.rejection] : []));
    return this.database.transaction(async (tx) => {
      if (kind === 'actions') this.refuseListed(await actionsWithLists(tx, organizationId), keysOf(rows));
      const facts = rows.map(({ line, row }) => ({ line, row: row.fact as Facts[PlainKind] }));
      const { changed, duplicates, rejections } = await declareFacts<PlainKind>(tx, organizationId, kind, facts);
      const accepted = changed.length;
      if (accepted > 0) await auditDeclared(tx, organizationId, accountId, 'declared', { kind, facts: accepted });
      const told = [...refused, ...rejections].sort((one, other) => one.line - other.line);
      return {
        ...{ accepted, duplicates },
        rejections: told.map(({ line, code, field, message }) => ({ line, code, field, message })),
      };
    });
  }

  async withdraw(organizationId: string, accountId: string, kind: PlainKind, keys: readonly Key[]): Promise<number> {
    if (!keys.every((key) => isKeyOf(kind, key)))
      throw new Problem('bad_key', 400, `A key of this kind is ${Object.keys(factTables[kind].key).join(', ')}.`);
    return this.database.transaction(async (tx) => {
      if (kind === 'actions')
        this.refuseListed(
          await actionsWithLists(tx, organizationId),
          keys.map(({ key }) => String(key)),
        );
      const withdrawn = await withdrawFacts(tx, organizationId, kind, keys);
      if (withdrawn > 0) await auditDeclared(tx, organizationId, accountId, 'withdrawn', { kind, facts: withdrawn });
      return withdrawn;
    });
  }

  /** Its weeks would have to be counted again, which only files ask for. */
  private refuseListed(listed: ReadonlySet<string>, keys: readonly string[]): void {
    if (keys.some((key) => listed.has(key)))
      throw new Problem('action_has_list', 409, 'The action has a list of participants: change it by a file.');
  }
}

const keysOf = (rows: readonly Located<Fact>[]): string[] =>
  rows.flatMap(({ row }) => (row.kind === 'actions' ? [row.fact.key] : []));

function parse(kind: PlainKind, records: readonly FactRecord[]) {
  try {
    return parseRecords(kind, records);
  } catch (error) {
    if (error instanceof UnreadableFileError)
      throw new Problem(error.code, 400, error.message, { field: error.field ?? '' });
    throw error;
  }
}

function isKeyOf(kind: PlainKind, key: Key): boolean {
  const columns = Object.entries(factTables[kind].key);
  const fits = (type: string, value: string | number | undefined) =>
    type === 'smallint' ? Number.isInteger(value) : typeof value === 'string' && (type !== 'date' || isDay(value));
  return Object.keys(key).length === columns.length && columns.every(([field, type]) => fits(type, key[field]));
}
