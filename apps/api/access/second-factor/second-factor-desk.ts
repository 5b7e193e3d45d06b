import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type RecoveryCodes, type SecondFactorSecret } from '#contract/second-factor.js';
import { Problem } from '#runtime/problem.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { passwordMatches } from '#storage/access/password.js';
import {
  beginSecondFactor,
  confirmSecondFactor,
  newRecoveryCodes,
  removeSecondFactor,
  secondFactorSecret,
  takeStep,
  useRecoveryCode,
} from '#storage/access/second-factor.js';
import { noteAudit } from '#storage/audit/audit-log.js';
import { APP_DB } from '../../databases.js';
import { type SignedIn } from '../caller.js';
import { Attempts, limits } from '../attempts.js';
import { newTotpSecret, stepOf, totpAddress } from './totp.js';

/** The second factor of one's own account. */
@Injectable()
export class SecondFactorDesk {
  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly attempts: Attempts,
  ) {}

  /** Whoever finds a screen unlocked cannot lock its owner out: the password is asked for again. */
  async begin({ id, email }: SignedIn, stored: string | null, password: string): Promise<SecondFactorSecret> {
    if (stored === null)
      throw new Problem('signs_in_elsewhere', 409, 'This account signs in with an identity provider.');
    await this.attempts.take(limits.ownPassword, id);
    if (!(await passwordMatches(password, stored))) throw new Problem('wrong_password', 403, 'The password is wrong.');
    await this.attempts.giveBack(limits.ownPassword, id);
    const secret = newTotpSecret();
    const hasBegun = await beginSecondFactor(this.db, this.settings.APP_SECRET, id, secret);
    if (!hasBegun) throw new Problem('second_factor_on', 409, 'There is a second factor already: remove it first.');
    return { secret, address: totpAddress(secret, email) };
  }

  async confirm(id: string, code: string): Promise<RecoveryCodes> {
    if (!(await this.takeTotp(id, code))) throw wrongCode(403);
    return { recoveryCodes: await confirmSecondFactor(this.db, id) };
  }

  async renewCodes(id: string, code: string): Promise<RecoveryCodes> {
    await this.require(id, code, 403);
    return { recoveryCodes: await newRecoveryCodes(this.db, id) };
  }

  async remove(id: string, code: string): Promise<void> {
    await this.require(id, code, 403);
    await this.db.transaction(async (tx) => {
      await removeSecondFactor(tx, id);
      await noteAudit(tx, { organizationId: null, accountId: id, action: 'second_factor_removed' });
    });
  }

  /** A code of the app or a recovery code, either taken once. Throws where it is neither. */
  async require(id: string, code: string, status: 401 | 403): Promise<void> {
    if (await this.takeTotp(id, code)) return;
    if (!(await useRecoveryCode(this.db, id, code))) throw wrongCode(status);
  }

  private async takeTotp(id: string, code: string): Promise<boolean> {
    await this.attempts.take(limits.code, id);
    const secret = await secondFactorSecret(this.db, this.settings.APP_SECRET, id);
    const step = secret === null ? null : stepOf(secret, code, Date.now());
    const isTaken = step !== null && (await takeStep(this.db, id, step));
    if (isTaken) await this.attempts.giveBack(limits.code, id);
    return isTaken;
  }
}

/** Also where it is right, but was used before. */
const wrongCode = (status: number) =>
  new Problem('wrong_code', status, 'The code is wrong, or was used already: wait for the next one.');
