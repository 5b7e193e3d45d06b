import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { type Role } from '#contract/access.js';
import { Problem } from '#runtime/problem.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { AccountRepository } from '#storage/access/account.repository.js';
import { type TokenHolder } from '#storage/access/api-token.js';
import { policyKey } from './allow.js';
import { type Opened, type OrganizationInPath, refuseOrganization, type SignedIn } from './caller.js';
import { decision, policies, type Policy, scopedPolicies, sessionOnly } from './policy.js';
import { openWithout, secondFactorOf } from './second-factor/demand.js';
import { refuseForeignOrigin } from './same-origin.js';
import { TokenDoor } from './tokens/token-door.js';

/** Before every route: session, right, organisation. What the policy table does not open is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly accounts: AccountRepository,
    private readonly tokens: TokenDoor,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.get<Policy | undefined>(policyKey, context.getHandler());
    if (!policy) throw new Problem('forbidden', 403, 'Nobody may do this.');
    // The route's own guard reads the key; a session, and hence a forged request, opens nothing here.
    if (policies[policy] === 'key') return true;

    const request = context.switchToHttp().getRequest<FastifyRequest>();
    refuseForeignOrigin(request, this.settings.PUBLIC_URL);
    const isOpen = policies[policy] === 'anyone';
    const token = isOpen ? null : await this.tokens.holderOf(request);
    const caller = isOpen ? null : await this.signedIn(request, token);
    const { org } = request.params as { org?: string };
    const organization = caller && org !== undefined ? await this.accounts.opened(caller, org) : null;
    // What somebody is elsewhere counts for nothing here; where nothing is open, no role opens it.
    const verdict = decision(policy, organization?.role ?? caller?.role ?? 'anonymous');
    if (verdict === 'sign_in') throw new Problem('not_signed_in', 401, 'Sign in first.');
    if (verdict === 'refuse') throw new Problem('forbidden', 403, 'Your role does not allow this.');
    if (token) refuseToken(policy, token.role);
    if (caller) {
      // Whoever made a token had it.
      if (!token) this.demandSecondFactor(policy, caller, [caller.role, organization?.role ?? caller.role]);
      this.open(request, policy, caller, organization);
      const closed = (other: Policy, there: OrganizationInPath) => closedBy(other, there, token?.role ?? there.role);
      request.opensToo = (other) => organization !== null && closed(other, organization) === null;
      request.everyOpened = async (other) => {
        const opened = await this.accounts.openedBy(caller);
        return opened.map((there) => ({ organization: there, closed: closed(other, there) }));
      };
    }
    return true;
  }

  /** As the account is now: a disabled one or a changed role counts from the next request on. */
  private async signedIn(request: FastifyRequest, token: TokenHolder | null): Promise<SignedIn | null> {
    const accountId = token?.accountId ?? request.session.get('accountId');
    const account = accountId ? await this.accounts.active(accountId) : null;
    return account && { ...account, provider: request.session.get('provider') };
  }

  private demandSecondFactor(policy: Policy, { secondFactorAt: since, provider }: SignedIn, roles: Role[]): void {
    const state = secondFactorOf(this.settings.SECOND_FACTOR_FOR, { provider, since, roles });
    if (state === 'required' && !openWithout.has(policy))
      throw new Problem('second_factor_needed', 403, 'Your role needs a second factor: set it up first.');
  }

  private open(
    request: FastifyRequest,
    policy: Policy,
    caller: SignedIn,
    organization: OrganizationInPath | null,
  ): void {
    const { id, email, name, role, language, secondFactorAt, provider } = caller;
    request.signedIn = { id, email, name, role, language, secondFactorAt, provider };
    request.openOther = async (slug) => {
      const other = await this.accounts.opened(caller, slug);
      // Whole organisations are compared: one of which only a part may be seen is none of them.
      return other?.scope === null && decision(policy, other.role) === 'allow' ? other : null;
    };
    if (!('org' in (request.params as object))) return;
    if (!organization) refuseOrganization();
    if (organization.scope !== null && !scopedPolicies.has(policy)) {
      throw new Problem('outside_scope', 403, 'You may see one entity here; this is about the whole organisation.');
    }
    request.organization = organization;
  }
}

/** What keeps a row closed in an organisation, where a token, too, is to open it. */
function closedBy(policy: Policy, { role, scope }: OrganizationInPath, tokenRole: Role): Opened['closed'] {
  if ([role, tokenRole].some((one) => decision(policy, one) !== 'allow')) return 'role';
  return scope === null || scopedPolicies.has(policy) ? null : 'scope';
}

/** A token opens what its own role opens too, and nothing that only a person decides. */
function refuseToken(policy: Policy, role: Role): void {
  if (sessionOnly.has(policy)) throw new Problem('forbidden', 403, 'A token does not open this: sign in.');
  if (decision(policy, role) !== 'allow')
    throw new Problem('forbidden', 403, 'The role of the token does not allow this.');
}
