import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type OwnIdentities } from '#contract/identity.js';
import { type OidcProvider } from '#runtime/oidc-settings.js';
import { Problem } from '#runtime/problem.js';
import { AccountRepository } from '#storage/access/account.repository.js';
import { identitiesOf, unlinkIdentity } from '#storage/access/linked-identity.js';
import { passwordMatches } from '#storage/access/password.js';
import { noteAudit } from '#storage/audit/audit-log.js';
import { APP_DB } from '../../databases.js';
import { type SignedIn } from '../caller.js';
import { Attempts, limits } from '../attempts.js';
import { IdentityProviders } from './identity-providers.js';
import { ProviderDesk } from './provider-desk.js';

/** Linking the account that one is signed in with to an identity of one's own. Never by an address: those prove nothing. */
@Injectable()
export class LinkingDesk {
  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    private readonly accounts: AccountRepository,
    private readonly providers: IdentityProviders,
    private readonly desk: ProviderDesk,
    private readonly attempts: Attempts,
  ) {}

  async all({ id, provider }: SignedIn): Promise<OwnIdentities> {
    const known = await identitiesOf(this.db, id);
    const hasPassword = ((await this.accounts.active(id))?.passwordHash ?? null) !== null;
    const identities = this.providers.list().map(({ key, name }) => {
      const since = known.find((one) => one.provider === key)?.since.toISOString() ?? null;
      return { provider: key, name, since };
    });
    return { identities, mayChange: hasPassword && provider === undefined };
  }

  /** Only whoever signed in with the password may, and it is asked for again. */
  async check({ id, provider }: SignedIn, key: string, password: string): Promise<OidcProvider> {
    const wanted = this.providers.get(key);
    const stored = (await this.accounts.active(id))?.passwordHash ?? null;
    if (stored === null || provider !== undefined)
      throw new Problem('signs_in_elsewhere', 409, 'Sign in with a password of Essor to do this.');
    await this.attempts.take(limits.ownPassword, id);
    if (!(await passwordMatches(password, stored))) throw new Problem('wrong_password', 403, 'The password is wrong.');
    await this.attempts.giveBack(limits.ownPassword, id);
    return wanted;
  }

  begin(
    { id }: SignedIn,
    provider: OidcProvider,
    { browser, origin, next }: { browser: string; origin: string; next: string },
  ): Promise<string> {
    return this.desk.begin(provider, { browser, origin, next, accountId: id });
  }

  async unlink(account: SignedIn, key: string, password: string): Promise<void> {
    await this.check(account, key, password);
    await this.db.transaction(async (tx) => {
      if (!(await unlinkIdentity(tx, account.id, key)))
        throw new Problem('not_linked', 404, 'The account is not linked to this provider.');
      const note = { organizationId: null, accountId: account.id, detail: { provider: key } };
      await noteAudit(tx, { ...note, action: 'identity_unlinked' });
    });
  }
}
