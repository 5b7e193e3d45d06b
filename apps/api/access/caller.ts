import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Problem } from '#runtime/problem.js';
import { type Language, type OrganizationClass, type Role } from '#contract/access.js';
import { type Policy } from './policy.js';

/** The account behind the session, as it is now. */
export interface SignedIn {
  id: string;
  email: string;
  name: string;
  role: Role;
  language: Language;
  /** Since when a code is asked for; null = the password is enough. */
  secondFactorAt: Date | null;
  /** The identity provider that vouched for the person. */
  provider: string | undefined;
}

/** The organisation of `/v1/organizations/:org/…`: first argument of everything that reads or writes its data. */
export interface OrganizationInPath {
  id: string;
  slug: string;
  name: string;
  class: OrganizationClass;
  timezone: string;
  k: number;
  bands: boolean;
  /** What the caller is here. */
  role: Role;
  /** Key of the only entity that the caller may see; null = the whole organisation. */
  scope: string | null;
}

/** An organisation of the caller, and why a row of the policy table is closed there; null = it is open. */
export interface Opened {
  organization: OrganizationInPath;
  closed: 'role' | 'scope' | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    signedIn?: SignedIn;
    organization?: OrganizationInPath;
    /** Another organisation, if it is open to the caller. */
    openOther?: (slug: string) => Promise<OrganizationInPath | null>;
    /** Every organisation that the caller opens, with what keeps another row of the policy table closed there. */
    everyOpened?: (policy: Policy) => Promise<Opened[]>;
    /** Whether another row of the policy table is open to the caller as well, in this organisation. */
    opensToo?: (policy: Policy) => boolean;
  }
}

const request = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();

/** `@Organization() organization: OrganizationInPath`, on a route whose path holds `:org`. */
export const Organization = createParamDecorator((_: unknown, context: ExecutionContext): OrganizationInPath => {
  const { organization } = request(context);
  if (!organization) throw new Error('This route has no :org in its path.');
  return organization;
});

/** `@Account() account: SignedIn`, on any route that needs a session. */
export const Account = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = request(context);
  if (!signedIn) throw new Error('This route is open to callers without a session.');
  return signedIn;
});

export type OpensToo = (policy: Policy) => boolean;

/** `@Too() opens: OpensToo`: for an answer that holds a part of what another row opens. Without a session, nothing. */
export const Too = createParamDecorator(
  (_: unknown, context: ExecutionContext): OpensToo => request(context).opensToo ?? (() => false),
);

export type OpenOther = (slug: string) => Promise<OrganizationInPath>;

/** `@Others() open: OpenOther`: organisations beside the one of the path, checked as that one was. */
export const Others = createParamDecorator((_: unknown, context: ExecutionContext): OpenOther => {
  const { openOther } = request(context);
  if (!openOther) throw new Error('This route is open to callers without a session.');
  return async (slug) => (await openOther(slug)) ?? refuseOrganization();
});

export type EveryOpened = (policy: Policy) => Promise<Opened[]>;

/** `@Everywhere() opened: EveryOpened`: all organisations of the caller, on a route that is in none of them. */
export const Everywhere = createParamDecorator((_: unknown, context: ExecutionContext): EveryOpened => {
  const { everyOpened } = request(context);
  if (!everyOpened) throw new Error('This route is open to callers without a session.');
  return everyOpened;
});

/** The same answer whether it does not exist or is not theirs. */
export function refuseOrganization(): never {
  throw new Problem('unknown_organization', 404, 'There is no such organisation, or it is not open to you.');
}
