import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type GroupRoles, NewGroupRoles } from '#contract/identity.js';
import { Problem } from '#runtime/problem.js';
import { ScopeRefused } from '#storage/access/create-account.js';
import { readGroupRoles, replaceGroupRoles } from '#storage/access/group-role.js';
import { noteAudit } from '#storage/audit/audit-log.js';
import { APP_DB } from '../../databases.js';
import { Parse } from '../../http/parse.js';
import { Allow } from '../allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../caller.js';
import { IdentityProviders } from './identity-providers.js';

/** What the groups of identity providers are in one organisation. */
@Controller('v1/organizations/:org/group-roles')
export class GroupRolesController {
  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    private readonly providers: IdentityProviders,
  ) {}

  @Get()
  @Allow('group_roles')
  async read(@Organization() { id }: OrganizationInPath): Promise<GroupRoles> {
    return { groupRoles: await readGroupRoles(this.db, id), providers: this.providers.list() };
  }

  @Put()
  @Allow('group_roles')
  async replace(
    @Organization() organization: OrganizationInPath,
    @Account() { id: accountId }: SignedIn,
    @Body(new Parse(NewGroupRoles)) { groupRoles }: NewGroupRoles,
  ): Promise<GroupRoles> {
    const seen = new Set(groupRoles.map(({ provider, group }) => `${provider} ${group}`));
    if (seen.size < groupRoles.length) throw new Problem('same_group_twice', 422, 'A group is named twice.');
    const note = { organizationId: organization.id, accountId, action: 'group_roles_changed', detail: { groupRoles } };
    // Both or neither: nobody's rights change without a word of who did it.
    await this.db.transaction(async (tx) => {
      await replaceGroupRoles(tx, organization.id, groupRoles, accountId).catch(asProblem);
      await noteAudit(tx, note);
    });
    return this.read(organization);
  }
}

function asProblem(error: unknown): never {
  throw error instanceof ScopeRefused ? new Problem(error.code, 422, error.message) : error;
}
