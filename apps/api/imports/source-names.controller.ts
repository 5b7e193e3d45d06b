import { Body, Controller, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { z } from 'zod';
import { isKeepableName } from '#connectors/stream/name-table.js';
import { namesOf } from '#connectors/stream/vocabulary.js';
import { type MappedName, NewNameUse, type SourceNames } from '#contract/source-names.js';
import { vocabularies } from '#domain/events/vocabulary.js';
import { Problem } from '#runtime/problem.js';
import { hasSource } from '#storage/source/source-list.js';
import { forgetSourceName, saveSourceName, sourceNames } from '#storage/source/source-names.js';
import { listUnmapped } from '#storage/source/unmapped-names.js';
import { Allow } from '../access/allow.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';

const usual: MappedName[] = vocabularies.flatMap((vocabulary) =>
  namesOf[vocabulary].listed.map(([name, kind]) => ({ vocabulary, name, use: kind ?? 'ignored' })),
);

/** What the names of other vocabularies mean to a live source. */
@Controller('v1/organizations/:org/sources/:source/names')
export class SourceNamesController {
  constructor(@Inject(APP_DB) private readonly database: DataSource) {}

  @Get()
  @Allow('reading')
  async list(@Organization() { id }: OrganizationInPath, @Param('source') source: string): Promise<SourceNames> {
    const sourceId = await this.sourceIn(id, source);
    const [unmapped, own] = await Promise.all([
      listUnmapped(this.database, id, sourceId),
      sourceNames(this.database, id, sourceId),
    ]);
    return { unmapped, own: own.map(({ kind, ...name }) => ({ ...name, use: kind ?? 'ignored' })), usual };
  }

  @Put()
  @Allow('import')
  @HttpCode(204)
  async say(
    @Organization() { id }: OrganizationInPath,
    @Param('source') source: string,
    @Body(new Parse(NewNameUse)) { vocabulary, name: given, use }: NewNameUse,
  ): Promise<void> {
    const sourceId = await this.sourceIn(id, source);
    const name = namesOf[vocabulary].normal(given);
    if (!isKeepableName(name)) throw new Problem('bad_name', 400, 'This cannot be the name of an event.');
    if (use === 'usual') return forgetSourceName(this.database, id, sourceId, { vocabulary, name });
    const kind = use === 'ignored' ? null : use;
    await saveSourceName(this.database, id, sourceId, { vocabulary, name, kind });
  }

  private async sourceIn(organizationId: string, source: string): Promise<number> {
    const id = z.coerce.number().int().min(1).max(2_147_483_647).safeParse(source);
    if (id.success && (await hasSource(this.database, organizationId, id.data))) return id.data;
    throw new Problem('unknown_source', 404, 'There is no such source that takes keys.');
  }
}
