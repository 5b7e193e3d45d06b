import { Body, Controller, Inject, Post } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { NewOrganization, type Session } from '#contract/access.js';
import { Problem } from '#runtime/problem.js';
import { noteAudit } from '#storage/audit/audit-log.js';
import { createOrganization, OrganizationRefused } from '#storage/directory/organization.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';
import { Allow } from './allow.js';
import { Account, type SignedIn } from './caller.js';
import { SignInDesk } from './sign-in.js';

@Controller('v1/organizations')
export class OrganizationsController {
  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    private readonly desk: SignInDesk,
  ) {}

  /** Answers with what is open to the caller now. */
  @Post()
  @Allow('organizations')
  async create(
    @Account() account: SignedIn,
    @Body(new Parse(NewOrganization)) organization: NewOrganization,
  ): Promise<Session> {
    await this.db.transaction(async (tx) => {
      const organizationId = await createOrganization(tx, { ...organization, awaitsWord: true }).catch(asProblem);
      const detail = { class: organization.class };
      await noteAudit(tx, { organizationId, accountId: account.id, action: 'organization_created', detail });
    });
    return this.desk.describe(account);
  }
}

function asProblem(error: unknown): never {
  if (!(error instanceof OrganizationRefused)) throw error;
  throw new Problem(error.code, error.code === 'slug_taken' ? 409 : 422, error.message);
}
