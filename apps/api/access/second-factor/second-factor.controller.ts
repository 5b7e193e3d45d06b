import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { CodeSent, type RecoveryCodes, type SecondFactorSecret, SecondFactorStart } from '#contract/second-factor.js';
import { Problem } from '#runtime/problem.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { AccountRepository } from '#storage/access/account.repository.js';
import { Parse } from '../../http/parse.js';
import { Allow } from '../allow.js';
import { Account, type SignedIn } from '../caller.js';
import { isDemanded } from './demand.js';
import { SecondFactorDesk } from './second-factor-desk.js';

@Controller('v1/account')
export class SecondFactorController {
  constructor(
    private readonly desk: SecondFactorDesk,
    private readonly accounts: AccountRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('second-factor')
  @Allow('second_factor')
  async begin(
    @Account() account: SignedIn,
    @Body(new Parse(SecondFactorStart)) { password }: SecondFactorStart,
  ): Promise<SecondFactorSecret> {
    const stored = (await this.accounts.active(account.id))?.passwordHash ?? null;
    return this.desk.begin(account, stored, password);
  }

  @Post('second-factor/confirmation')
  @Allow('second_factor')
  confirm(@Account() { id }: SignedIn, @Body(new Parse(CodeSent)) { code }: CodeSent): Promise<RecoveryCodes> {
    return this.desk.confirm(id, code);
  }

  @Post('second-factor/removal')
  @Allow('second_factor')
  @HttpCode(204)
  async remove(@Account() account: SignedIn, @Body(new Parse(CodeSent)) { code }: CodeSent): Promise<void> {
    const opened = await this.accounts.openedBy(account);
    const roles = [account.role, ...opened.map(({ role }) => role)];
    if (isDemanded(this.settings.SECOND_FACTOR_FOR, roles))
      throw new Problem('second_factor_needed', 409, 'Your role needs a second factor.');
    await this.desk.remove(account.id, code);
  }

  @Post('recovery-codes')
  @Allow('second_factor')
  renewCodes(@Account() { id }: SignedIn, @Body(new Parse(CodeSent)) { code }: CodeSent): Promise<RecoveryCodes> {
    return this.desk.renewCodes(id, code);
  }
}
