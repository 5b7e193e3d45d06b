import { type FastifyInstance } from 'fastify';
import { policies, type Policy } from './policy.js';

/** The method behind a route. */
export interface Handler {
  controller: object;
  name: string | symbol;
}

export interface Route {
  method: string;
  url: string;
  policy: Policy;
  /** None of a plugin's. */
  handler?: Handler;
}

/** A route that no row of the policy table opens, or that the guard could not judge. Stops the boot. */
export class UnguardedRoute extends Error {
  override readonly name = 'UnguardedRoute';
  readonly code = 'unguarded_route';
}

/** Collects the routes as the server registers them, whoever does: Nest, a plugin or a line of ours. */
export function collectRoutes(server: FastifyInstance): Route[] {
  const routes: Route[] = [];
  server.addHook('onRoute', ({ method, url, config }) => {
    const { policy, handler } = (config ?? {}) as { policy?: string; handler?: Handler };
    for (const one of [method].flat()) {
      if (policy === undefined || !(policy in policies)) {
        throw new UnguardedRoute(`${one} ${url} names no policy: put @Allow on its method`);
      }
      if (url.startsWith('/v1/organizations/') && !/^\/v1\/organizations\/:org(\/|$)/.test(url)) {
        throw new UnguardedRoute(`${one} ${url} must call its organisation :org`);
      }
      routes.push({ method: one, url, policy: policy as Policy, ...(handler && { handler }) });
    }
  });
  return routes;
}
