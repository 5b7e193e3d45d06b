import { applyDecorators, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type Policy } from './policy.js';

export const policyKey = 'essor:policy';

/** Names the row of the policy table that opens this route. On every method of every controller. */
export function Allow(policy: Policy): MethodDecorator {
  // Twice: for the guard, and for the check at boot, which sees routes as the server registers them.
  return applyDecorators(SetMetadata(policyKey, policy), RouteConfig({ policy }));
}
