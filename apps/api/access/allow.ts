import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type Policy } from './policy.js';
import { type Handler } from './routes.js';

export const policyKey = 'essor:policy';

/** Names the row of the policy table that opens this route. On every method of every controller. */
export function Allow(policy: Policy): MethodDecorator {
  return (target, name, descriptor) => {
    const handler: Handler = { controller: target.constructor, name };
    // Twice: for the guard, and for the check at boot, which sees routes as the server registers them.
    applyDecorators(SetMetadata(policyKey, policy), RouteConfig({ policy, handler }))(target, name, descriptor);
  };
}
