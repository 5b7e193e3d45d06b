import { Resources, Types } from 'scimmy';
import { type DataSource } from 'typeorm';
import { asObject } from '#connectors/scim/loose-value.js';
import { readPatchOperations } from '#connectors/scim/patch-operations.js';
import { readResourceBody } from '#connectors/scim/resource-body.js';
import {
  deleteScimResource,
  findScimResource,
  insertScimResource,
  type ScimKind,
  type ScimResource,
  ScimVersionChanged,
  updateScimResource,
  PersonLeftOut,
  UserNameTaken,
} from '#storage/scim/scim-resources.js';
import { type ScimContent } from '#storage/scim/sealed-content.js';

/** On whose behalf, and what happened on the way. */
export interface ScimContext {
  db: DataSource;
  organizationId: string;
  /** As each was read, so that it is written only if nobody changed it since. */
  read: Map<unknown, ScimResource>;
  /** What went wrong on our side: the library would call it an unknown resource. */
  failure: Error | null;
}

export const versionTag = (version: number) => `W/"${version}"`;

/** As the library takes it. */
export const outOf = ({ id, attributes, version, createdAt, modifiedAt }: ScimResource) => ({
  ...attributes,
  id,
  meta: { created: createdAt.toISOString(), lastModified: modifiedAt.toISOString(), version: versionTag(version) },
});

/** The library's classes, as far as they are called here: its own types tell users from groups, which no call does. */
interface ResourceType {
  new (
    id?: unknown,
    config?: unknown,
  ): {
    id?: string;
    attributes?: unknown;
    read(context: ScimContext): Promise<unknown>;
    write(body: unknown, context: ScimContext): Promise<unknown>;
    /** Undefined where nothing changed. */
    patch(message: unknown, context: ScimContext): Promise<unknown>;
    dispose(context: ScimContext): Promise<void>;
  };
  basepath(): unknown;
  schema: new (data: unknown, direction: 'out', address: string, attributes: unknown) => object;
}

class DirectoryUser extends Resources.User {
  override write<T = ScimContext>(instance: unknown, context?: T) {
    return super.write(bodyOf(instance), context);
  }

  override async patch<T = ScimContext>(message: unknown, context?: T) {
    const given = await patchOf('User', this, message, context as ScimContext);
    // Only what is not kept was spoken of.
    return (given === null ? undefined : await super.patch(given as never, context)) as never;
  }
}

class DirectoryGroup extends Resources.Group {
  override write<T = ScimContext>(instance: unknown, context?: T) {
    return super.write(bodyOf(instance), context);
  }

  override async patch<T = ScimContext>(message: unknown, context?: T) {
    const given = await patchOf('Group', this, message, context as ScimContext);
    return (given === null ? undefined : await super.patch(given as never, context)) as never;
  }
}

export const resourceTypes = {
  User: DirectoryUser as unknown as ResourceType,
  Group: DirectoryGroup as unknown as ResourceType,
} as const satisfies Record<ScimKind, ResourceType>;

const bodyOf = (instance: unknown) => (instance instanceof Types.Schema ? instance : readResourceBody(instance));

async function patchOf(kind: ScimKind, resource: { id?: string }, message: unknown, context: ScimContext) {
  const given = asObject(message);
  if (given === null || !Array.isArray(given['Operations']) || given['Operations'].length === 0)
    throw new Types.Error(400, 'invalidSyntax', 'The request holds no operation.');
  const current = await guarded(context, () => existing(kind, resource, context));
  const Operations = readPatchOperations(given['Operations'], kind, current.attributes);
  return Operations.length === 0 ? null : { schemas: given['schemas'], Operations };
}

async function existing(kind: ScimKind, { id }: { id?: string }, { db, organizationId }: ScimContext) {
  const found = await findScimResource(db, organizationId, kind, id ?? '');
  if (!found) throw new Types.Error(404, null as never, `Resource ${id} not found`);
  return found;
}

/** In an envelope they would pass, and nothing that is made of a name could hold them. */
function refuseBroken(_key: string, value: unknown): unknown {
  if (typeof value === 'string' && /\0|\p{Cs}/u.test(value))
    throw new Types.Error(400, 'invalidValue', 'A text holds a NUL or half a character.');
  return value;
}

function contentOf(kind: ScimKind, data: unknown): ScimContent {
  const {
    id: _,
    meta: _meta,
    schemas: _schemas,
    ...rest
  } = JSON.parse(JSON.stringify(data), refuseBroken) as Record<string, unknown>;
  const attributes: Record<string, unknown> = kind === 'User' ? { active: true, ...rest } : rest;
  const text = (name: string) => (typeof attributes[name] === 'string' ? attributes[name] : null);
  return {
    userName: kind === 'User' ? text('userName') : null,
    externalId: text('externalId'),
    active: attributes['active'] !== false,
    attributes,
  };
}

async function store(kind: ScimKind, resource: { id?: string }, data: unknown, context: ScimContext) {
  const content = contentOf(kind, data);
  const { db, organizationId, read } = context;
  if (resource.id === undefined) return outOf(await insertScimResource(db, organizationId, kind, content));
  const current = read.get(resource) ?? (await existing(kind, resource, context));
  return outOf(await updateScimResource(db, organizationId, current, content));
}

async function fetch(kind: ScimKind, resource: { id?: string }, context: ScimContext) {
  const found = await existing(kind, resource, context);
  context.read.set(resource, found);
  return outOf(found);
}

async function remove(kind: ScimKind, resource: { id?: string }, context: ScimContext): Promise<void> {
  const current = context.read.get(resource) ?? (await existing(kind, resource, context));
  if (!(await deleteScimResource(context.db, context.organizationId, kind, current)))
    throw new ScimVersionChanged('The resource was changed meanwhile.');
}

async function guarded<T>(context: ScimContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Types.Error) throw error;
    if (error instanceof PersonLeftOut) throw new Types.Error(403, null as never, error.message);
    if (error instanceof UserNameTaken) throw new Types.Error(409, 'uniqueness', error.message);
    context.failure = error instanceof Error ? error : new Error('The resource cannot be stored.');
    throw new Types.Error(500, null as never, 'The resource cannot be stored now.');
  }
}

interface Handlers {
  egress(handler: (one: { id?: string }, context: ScimContext) => Promise<unknown>): unknown;
  ingress(handler: (one: { id?: string }, data: unknown, context: ScimContext) => Promise<unknown>): unknown;
  degress(handler: (one: { id?: string }, context: ScimContext) => Promise<void>): unknown;
}

/** Once for the process: every call brings its own context. */
export function connectResources(): void {
  connect('User', Resources.User as unknown as Handlers);
  connect('Group', Resources.Group as unknown as Handlers);
}

function connect(kind: ScimKind, resource: Handlers): void {
  resource.egress((one, context) => guarded(context, () => fetch(kind, one, context)));
  resource.ingress((one, data, context) => guarded(context, () => store(kind, one, data, context)));
  resource.degress((one, context) => guarded(context, () => remove(kind, one, context)));
}
