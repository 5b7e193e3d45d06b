import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  DeclarableKind,
  Declaration,
  type Declared,
  type FactList,
  Withdrawal,
  type Withdrawn,
} from '#contract/declared.js';
import { Problem } from '#runtime/problem.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { DeclaredDesk } from './declared-desk.js';

@Controller('v1/organizations/:org/declared/:kind')
export class DeclaredController {
  constructor(private readonly desk: DeclaredDesk) {}

  @Get()
  @Allow('reading')
  async list(@Organization() organization: OrganizationInPath, @Param('kind') kind: string): Promise<FactList> {
    return { facts: (await this.desk.list(organization.id, kindOf(kind))).map((fact) => ({ ...fact })) };
  }

  @Post()
  @Allow('facts')
  @HttpCode(200)
  declare(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('kind') kind: string,
    @Body(new Parse(Declaration)) { rows }: Declaration,
  ): Promise<Declared> {
    return this.desk.declare(organization.id, account.id, kindOf(kind), rows);
  }

  @Post('withdrawal')
  @Allow('facts')
  @HttpCode(200)
  async withdraw(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('kind') kind: string,
    @Body(new Parse(Withdrawal)) { keys }: Withdrawal,
  ): Promise<Withdrawn> {
    return { withdrawn: await this.desk.withdraw(organization.id, account.id, kindOf(kind), keys) };
  }
}

function kindOf(word: string): DeclarableKind {
  const kind = DeclarableKind.safeParse(word);
  if (!kind.success) throw new Problem('unknown_declared_kind', 404, 'Nothing of that kind is declared here.');
  return kind.data;
}
