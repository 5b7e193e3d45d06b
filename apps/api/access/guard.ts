import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { Problem } from '#runtime/problem.js';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { AccountRepository } from '#storage/access/account.repository.js';
import { policyKey } from './allow.js';
import { refuseOrganization, type SignedIn } from './caller.js';
import { decision, policies, type Policy } from './policy.js';
import { refuseForeignOrigin } from './same-origin.js';

/** Before every route: session, right, organisation. What the policy table does not open is closed. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly accounts: AccountRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.get<Policy | undefined>(policyKey, context.getHandler());
    if (!policy) throw new Problem('forbidden', 403, 'Nobody may do this.');
    // The route's own guard reads the key; a session, and hence a forged request, opens nothing here.
    if (policies[policy] === 'key') return true;

    const request = context.switchToHttp().getRequest<FastifyRequest>();
    refuseForeignOrigin(request, this.settings.PUBLIC_URL);
    const caller = policy === 'public' ? null : await this.signedIn(request);
    const verdict = decision(policy, caller?.role ?? 'anonymous');
    if (verdict === 'sign_in') throw new Problem('not_signed_in', 401, 'Sign in first.');
    if (verdict === 'refuse') throw new Problem('forbidden', 403, 'Your role does not allow this.');
    if (caller) await this.open(request, caller);
    return true;
  }

  /** As the account is now: a disabled one or a changed role counts from the next request on. */
  private async signedIn(request: FastifyRequest): Promise<SignedIn | null> {
    const accountId = request.session.get('accountId');
    return accountId ? this.accounts.active(accountId) : null;
  }

  private async open(request: FastifyRequest, caller: SignedIn): Promise<void> {
    const { id, email, name, role, language } = caller;
    request.signedIn = { id, email, name, role, language };
    request.openOther = (slug) => this.accounts.opened(caller, slug);
    const { org } = request.params as { org?: string };
    if (org === undefined) return;
    request.organization = (await this.accounts.opened(caller, org)) ?? refuseOrganization();
  }
}
