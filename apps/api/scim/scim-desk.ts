import { Inject, Injectable } from '@nestjs/common';
import { Messages, Types } from 'scimmy';
import { type DataSource } from 'typeorm';
import { circularBulkId } from '#connectors/scim/bulk-circle.js';
import { asObject } from '#connectors/scim/loose-value.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { directoryJob } from '#runtime/jobs/jobs.js';
import { listScimResources } from '#storage/scim/list-resources.js';
import { type ScimKind, ScimVersionChanged } from '#storage/scim/scim-resources.js';
import { APP_DB } from '../databases.js';
import { filterBranches } from './filter-branches.js';
import { scimLimits } from './kept-schema.js';
import { outOf, resourceTypes, type ScimContext } from './scim-resource.js';

export interface ListQuery {
  filter?: string;
  startIndex?: string | number;
  count?: string | number;
  attributes?: string;
  excludedAttributes?: string;
}

/** A resource as it is answered. */
export interface ScimAnswer {
  id: string;
  meta: { version: string; location: string };
}

const attempts = 5;

/** What a provider asks for: the messages are the library's, the database ours, and a worker does the rest. */
@Injectable()
export class ScimDesk {
  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    private readonly queue: JobQueue,
  ) {}

  /** Counted from 1; a count of 0 only tells how many there are. */
  async list(organizationId: string, kind: ScimKind, query: ListQuery): Promise<Record<string, unknown>> {
    const startIndex = Math.max(1, integer(query.startIndex, 1));
    const limit = Math.min(scimLimits.page, Math.max(0, integer(query.count, 100)));
    const branches = filterBranches(query.filter);
    const page = { branches, offset: startIndex - 1, limit };
    const { total, resources } = await listScimResources(this.db, organizationId, kind, page);
    const { attributes } = new resourceTypes[kind](shown(query));
    const { schema } = resourceTypes[kind];
    const place = String(resourceTypes[kind].basepath());
    const Resources = resources.map((one) => new schema(outOf(one), 'out', place, attributes));
    return {
      schemas: [Messages.ListResponse.id],
      totalResults: total,
      startIndex,
      itemsPerPage: Resources.length,
      Resources,
    };
  }

  async read(organizationId: string, kind: ScimKind, id: string, query: ListQuery = {}): Promise<ScimAnswer> {
    const resource = new resourceTypes[kind](id, shown(query));
    return answer(await this.inContext(organizationId, (context) => resource.read(context)));
  }

  async create(organizationId: string, kind: ScimKind, body: unknown): Promise<ScimAnswer> {
    const stored = await this.inContext(organizationId, (context) => new resourceTypes[kind]().write(body, context));
    await this.told(organizationId);
    return answer(stored);
  }

  async change(
    organizationId: string,
    kind: ScimKind,
    id: string,
    { how, body, ifMatch }: { how: 'replace' | 'patch' | 'remove'; body?: unknown; ifMatch: string | undefined },
  ): Promise<ScimAnswer | null> {
    const changed = await this.inContext(organizationId, async (context) => {
      const resource = new resourceTypes[kind](id);
      const current = answer(await resource.read(context));
      refuseOldVersion(ifMatch, current.meta.version);
      if (how === 'remove') return resource.dispose(context);
      if (how === 'replace') return resource.write(body, context);
      return (await resource.patch(body, context)) ?? current;
    });
    await this.told(organizationId);
    return changed ? answer(changed) : null;
  }

  async bulk(organizationId: string, body: unknown): Promise<unknown> {
    const given = asObject(body);
    const operations = Array.isArray(given?.['Operations']) ? (given['Operations'] as unknown[]) : [];
    const circle = circularBulkId(operations);
    if (circle !== null)
      throw new Types.Error(409, null as never, `The bulkId ${circle} would have to exist before itself.`);
    const request = new Messages.BulkRequest(body as never, scimLimits.operations);
    const done = await request.apply(Object.values(resourceTypes) as never, this.context(organizationId));
    await this.told(organizationId);
    return done;
  }

  /** The worker that is to come takes everything that was said until then. */
  private async told(organizationId: string): Promise<void> {
    await this.queue.request(directoryJob, { organizationId });
  }

  private context(organizationId: string): ScimContext {
    return { db: this.db, organizationId, read: new Map(), failure: null };
  }

  private async inContext<T>(organizationId: string, work: (context: ScimContext) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const context = this.context(organizationId);
      try {
        return await work(context);
      } catch (error) {
        if (context.failure === null) throw error;
        if (!(context.failure instanceof ScimVersionChanged) || attempt === attempts) throw context.failure;
      }
    }
  }
}

const answer = (resource: unknown) => JSON.parse(JSON.stringify(resource)) as ScimAnswer;

function shown({ attributes, excludedAttributes }: ListQuery) {
  return { ...(attributes ? { attributes } : {}), ...(excludedAttributes ? { excludedAttributes } : {}) };
}

function integer(value: string | number | undefined, otherwise: number): number {
  if (value === undefined || value === '') return otherwise;
  const number = Number(value);
  if (Number.isSafeInteger(number) && Math.abs(number) < 2 ** 31) return number;
  throw new Types.Error(400, 'invalidValue', 'startIndex and count are whole numbers.');
}

function refuseOldVersion(ifMatch: string | undefined, version: string): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  if (!ifMatch.split(',').some((tag) => bare(tag) === bare(version)))
    throw new Types.Error(412, null as never, 'The resource was changed since: its version is another.');
}
