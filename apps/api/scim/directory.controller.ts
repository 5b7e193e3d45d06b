import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import {
  type Directory,
  type DirectoryApproved,
  DirectoryLimits,
  NewDirectoryLimits,
  type ScimTokenCreated,
} from '#contract/directory.js';
import { UntilDay } from '#contract/last-day.js';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { directoryJob } from '#runtime/jobs/jobs.js';
import { Problem } from '#runtime/problem.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { directorySetting, saveDirectorySetting } from '#storage/scim/directory-settings.js';
import { approveHeld, directoryState } from '#storage/scim/held-changes.js';
import { noteAudit } from '#storage/audit/audit-log.js';
import { createScimToken, listScimTokens, revokeScimToken, TooManyScimTokens } from '#storage/scim/scim-tokens.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';

/** The directory that an identity provider pushes, as people see to it. */
@Controller('v1/organizations/:org/directory')
export class DirectoryController {
  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly queue: JobQueue,
  ) {}

  @Get()
  @Allow('import')
  async show(@Organization() { id }: OrganizationInPath, @Req() request: FastifyRequest): Promise<Directory> {
    const { lastChange, ...state } = await directoryState(this.db, id);
    const origin = this.settings.PUBLIC_URL?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`;
    const tokens = (await listScimTokens(this.db, id)).map(({ createdAt, revokedAt, ...token }) => ({
      ...{ ...token, createdAt: createdAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null },
    }));
    const limits = DirectoryLimits.parse(await directorySetting(this.db, id));
    return { ...limits, ...state, tokens, address: `${origin}/scim/v2`, lastChange: lastChange?.toISOString() ?? null };
  }

  @Patch()
  @Allow('declare')
  async change(
    @Organization() { id }: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(NewDirectoryLimits)) limits: NewDirectoryLimits,
  ): Promise<DirectoryLimits> {
    const now = await directorySetting(this.db, id);
    const changed = { ...now, ...DirectoryLimits.parse({ ...now, ...limits }) };
    await this.db.transaction(async (tx) => {
      await saveDirectorySetting(tx, id, changed);
      await this.note(tx, id, account, 'directory_limits_changed', limits);
    });
    return DirectoryLimits.parse(changed);
  }

  @Post('approval')
  @Allow('import')
  @HttpCode(200)
  async approve(@Organization() { id }: OrganizationInPath, @Account() account: SignedIn): Promise<DirectoryApproved> {
    const people = await approveHeld(this.db, id, account.id);
    await this.queue.request(directoryJob, { organizationId: id });
    return { people };
  }

  @Post('tokens')
  @Allow('keys')
  async createToken(
    @Organization() { id }: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(UntilDay)) until: UntilDay,
  ): Promise<ScimTokenCreated> {
    return this.db.transaction(async (tx) => {
      const made = await createScimToken(tx, id, until?.expiresOn ?? null).catch(asProblem);
      await this.note(tx, id, account, 'scim_token_created', { prefix: made.prefix, ...until });
      return made;
    });
  }

  @Delete('tokens/:token')
  @Allow('keys')
  @HttpCode(204)
  async revokeToken(
    @Organization() { id }: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('token') token: string,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      const isRevoked = z.uuid().safeParse(token).success && (await revokeScimToken(tx, id, { id: token }));
      if (!isRevoked) throw new Problem('unknown_token', 404, 'There is no such token, or it was revoked before.');
      await this.note(tx, id, account, 'scim_token_revoked', { token });
    });
  }

  private note(
    tx: EntityManager,
    organizationId: string,
    { id: accountId }: SignedIn,
    action: string,
    detail: object,
  ): Promise<void> {
    return noteAudit(tx, { organizationId, accountId, action, detail });
  }
}

function asProblem(error: unknown): never {
  if (!(error instanceof TooManyScimTokens)) throw error;
  throw new Problem(error.code, 409, 'There are two tokens that work: revoke one first.');
}
