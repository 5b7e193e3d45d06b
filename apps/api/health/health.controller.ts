import { Controller, Get, Inject, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { type HealthCheck, readiness, type Readiness } from '#runtime/health.js';
import { Allow } from '../access/allow.js';

export const HEALTH_CHECKS = 'HEALTH_CHECKS';

@Controller()
export class HealthController {
  constructor(@Inject(HEALTH_CHECKS) private readonly checks: readonly HealthCheck[]) {}

  /** Alive: the process answers. */
  @Get('healthz')
  @Allow('public')
  alive(): { status: 'alive' } {
    return { status: 'alive' };
  }

  /** Ready: 200 when visitors may be sent here, else 503 with the reasons. */
  @Get('readyz')
  @Allow('public')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const answer = await readiness(this.checks);
    void reply.status(answer.status === 'ready' ? 200 : 503);
    return answer;
  }
}
