import { Inject, Injectable } from '@nestjs/common';
import { AuthorizationResponseError } from 'openid-client';
import { type FastifyRequest } from 'fastify';
import { type DataSource } from 'typeorm';
import { type OidcProvider } from '#runtime/oidc-settings.js';
import { type IdentityRefusal, signInByIdentity } from '#storage/access/identity.js';
import { linkIdentity, type LinkRefusal } from '#storage/access/linked-identity.js';
import { keepAttempt, type SignInAttempt, useAttempt } from '#storage/access/sign-in-attempt.js';
import { noteAlone, noteAudit } from '#storage/audit/audit-log.js';
import { APP_DB } from '../../databases.js';
import { SignInDesk } from '../sign-in.js';
import { IdentityProviders, type Vouched } from './identity-providers.js';
import { toldIdentity } from './told-identity.js';
import { isUnreachable } from './unreachable.js';

export type Refusal =
  | IdentityRefusal
  | LinkRefusal
  | 'attempt_over'
  | 'provider_refused'
  | 'provider_unreachable'
  | 'provider_not_believed';

/** Signing in with an identity provider: what the browser is sent on to, and whom it comes back as. */
@Injectable()
export class ProviderDesk {
  constructor(
    @Inject(APP_DB) private readonly db: DataSource,
    private readonly providers: IdentityProviders,
    private readonly desk: SignInDesk,
  ) {}

  /** Where the browser goes next: to the provider. */
  async begin(
    provider: OidcProvider,
    { browser, origin, ...going }: { browser: string; origin: string } & Going,
  ): Promise<string> {
    try {
      const { url, state, nonce, verifier } = await this.providers.begin(provider, callbackOf(origin, provider.key));
      const attempt = { provider: provider.key, nonce, verifier, ...going };
      await keepAttempt(this.db, { state, browser }, attempt);
      return url;
    } catch (error) {
      return refusedAt(await this.refuse(provider, reasonOf(error)), going);
    }
  }

  /** Where the browser goes next: into Essor, or back to the sign-in page with the reason. */
  async finish(
    request: FastifyRequest,
    provider: OidcProvider,
    { browser, origin, state }: { browser: string; origin: string; state: string },
  ): Promise<string> {
    const attempt = await useAttempt(this.db, { state, browser, provider: provider.key });
    if (!attempt) return refusedAt(await this.refuse(provider, 'attempt_over'));
    const address = new URL(callbackOf(origin, provider.key));
    address.search = new URL(request.url, origin).search;
    let vouched: Vouched;
    try {
      vouched = await this.providers.finish(provider, address, { ...attempt, state });
    } catch (error) {
      return refusedAt(await this.refuse(provider, reasonOf(error)), attempt);
    }
    if (attempt.accountId !== null) return this.link(request, provider, attempt, vouched);
    const answer = await signInByIdentity(this.db, toldIdentity(provider, vouched.claims));
    if ('refused' in answer) return refusedAt(await this.refuse(provider, answer.refused));
    const { sid } = vouched.claims;
    await this.desk.open(request, answer.accountId, {
      ...{ provider: provider.key, idToken: vouched.idToken },
      ...(typeof sid === 'string' ? { sid } : {}),
    });
    return attempt.next ?? '/';
  }

  /** Whoever came back must still be the one who asked, signed in with the password. */
  private async link(
    request: FastifyRequest,
    provider: OidcProvider,
    attempt: SignInAttempt,
    { claims }: Vouched,
  ): Promise<string> {
    const { accountId } = attempt;
    const isTheirs = request.session.get('accountId') === accountId && request.session.get('provider') === undefined;
    if (accountId === null || !isTheirs) return refusedAt(await this.refuse(provider, 'attempt_over'), attempt);
    const refused = await this.db.transaction(async (tx) => {
      const why = await linkIdentity(tx, accountId, toldIdentity(provider, claims));
      const note = { organizationId: null, accountId, action: 'identity_linked', detail: { provider: provider.key } };
      if (why === null) await noteAudit(tx, note);
      return why;
    });
    if (refused !== null) return refusedAt(await this.refuse(provider, refused), attempt);
    return `${attempt.next ?? '/'}#linked`;
  }

  private async refuse({ key }: OidcProvider, why: Refusal): Promise<Refusal> {
    const detail = { provider: key, why };
    await noteAlone(this.db, { organizationId: null, accountId: null, action: 'sign_in_refused', detail });
    return why;
  }
}

/** As it is entered at the provider, letter by letter. */
const callbackOf = (origin: string, key: string) => `${origin}/v1/identity-providers/${key}/callback`;

type Going = Pick<SignInAttempt, 'next' | 'accountId'>;

const refusedAt = (why: Refusal, going?: Going) =>
  going?.accountId ? `${going.next ?? '/'}#${why}` : `/sign-in?refused=${why}`;

/** Nothing of what a provider answered is told or kept but which of these it was. */
function reasonOf(error: unknown): Refusal {
  if (error instanceof AuthorizationResponseError) return 'provider_refused';
  if (isUnreachable(error)) return 'provider_unreachable';
  if (error instanceof Error) return 'provider_not_believed';
  throw error;
}
