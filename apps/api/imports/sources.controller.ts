import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { type DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { UntilDay } from '#contract/last-day.js';
import { type KeyCreated, NewSource, shownSince, type SourceCreated, type Sources } from '#contract/sources.js';
import { Problem } from '#runtime/problem.js';
import { noteAudit } from '#storage/audit/audit-log.js';
import { createKey, revokeKey } from '#storage/source/source-keys.js';
import { hasSource, listSources } from '#storage/source/source-list.js';
import { createSource, SourceNameTaken } from '#storage/source/sources.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';

const unknownSource = () => new Problem('unknown_source', 404, 'There is no such source that takes keys.');
const unknownKey = () => new Problem('unknown_key', 404, 'There is no such key, or it was revoked before.');

@Controller('v1/organizations/:org/sources')
export class SourcesController {
  constructor(@Inject(APP_DB) private readonly database: DataSource) {}

  @Get()
  @Allow('reading')
  async list(@Organization() organization: OrganizationInPath): Promise<Sources> {
    const sources = await listSources(this.database, organization.id, shownSince(new Date()));
    return {
      sources: sources.map((source) => ({
        ...source,
        createdAt: source.createdAt.toISOString(),
        lastHour: source.lastHour?.toISOString() ?? null,
        keys: source.keys.map((key) => ({
          ...key,
          createdAt: key.createdAt.toISOString(),
          revokedAt: key.revokedAt?.toISOString() ?? null,
        })),
        hours: source.hours.map((hour) => ({ ...hour, hour: hour.hour.toISOString() })),
      })),
    };
  }

  @Post()
  @Allow('keys')
  async create(
    @Organization() organization: OrganizationInPath,
    @Body(new Parse(NewSource)) { name }: NewSource,
  ): Promise<SourceCreated> {
    try {
      return { id: await createSource(this.database, organization.id, { name, kind: 'http' }), name };
    } catch (error) {
      if (error instanceof SourceNameTaken)
        throw new Problem(error.code, 409, 'There is a source of that name already.');
      throw error;
    }
  }

  @Post(':source/keys')
  @Allow('keys')
  async createKey(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('source') source: string,
    @Body(new Parse(UntilDay)) until: UntilDay,
  ): Promise<KeyCreated> {
    const id = z.coerce.number().int().min(1).max(2_147_483_647).safeParse(source);
    if (!id.success || !(await hasSource(this.database, organization.id, id.data))) throw unknownSource();
    const sourceId = id.data;
    return this.database.transaction(async (tx) => {
      const made = await createKey(tx, organization.id, sourceId, until?.expiresOn ?? null);
      await note(tx, organization, account, 'key_created', { source: sourceId, prefix: made.prefix, ...until });
      return made;
    });
  }

  @Delete('keys/:key')
  @Allow('keys')
  @HttpCode(204)
  async revokeKey(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('key') key: string,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const isRevoked = z.uuid().safeParse(key).success && (await revokeKey(tx, organization.id, key));
      if (!isRevoked) throw unknownKey();
      await note(tx, organization, account, 'key_revoked', { key });
    });
  }
}

const note = (tx: EntityManager, organization: OrganizationInPath, account: SignedIn, action: string, detail: object) =>
  noteAudit(tx, { organizationId: organization.id, accountId: account.id, action, detail });
