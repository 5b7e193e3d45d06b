import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { Problem } from '#runtime/problem.js';
import { type OidcProvider } from '#runtime/oidc-settings.js';
import { endByProvider, type EndedAtProvider } from '#storage/access/end-by-provider.js';
import { noteAlone, noteAudit } from '#storage/audit/audit-log.js';
import { APP_DB } from '../../databases.js';
import { IdentityProviders } from './identity-providers.js';
import { isUnreachable } from './unreachable.js';

/** A provider says, from server to server, that somebody signed out there: their sessions here end. */
@Injectable()
export class LogoutDesk {
  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    private readonly providers: IdentityProviders,
  ) {}

  async end(provider: OidcProvider, token: string): Promise<void> {
    const told = await this.read(provider, token);
    const isNew = await this.db.transaction(async (tx) => {
      const accounts = await endByProvider(tx, told);
      for (const accountId of accounts ?? []) await noteAudit(tx, noteOf('signed_out', accountId, provider));
      return accounts !== null;
    });
    if (!isNew) throw await this.refusal(provider);
  }

  private async read(provider: OidcProvider, token: string): Promise<EndedAtProvider> {
    try {
      return await this.providers.readLogout(provider, token);
    } catch (error) {
      if (isUnreachable(error)) throw new Problem('unavailable', 503, 'The keys of the provider cannot be read now.');
      throw await this.refusal(provider);
    }
  }

  /** Why is not told: whoever forges would learn from it. */
  private async refusal(provider: OidcProvider): Promise<Problem> {
    await noteAlone(this.db, noteOf('sign_out_refused', null, provider));
    return new Problem('logout_token_refused', 400, 'The logout token is not believed, or was taken before.');
  }
}

const noteOf = <A extends string>(action: A, accountId: string | null, { key }: OidcProvider) => {
  return { organizationId: null, accountId, action, detail: { provider: key } };
};
