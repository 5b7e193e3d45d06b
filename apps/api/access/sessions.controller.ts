import { Controller, Delete, Get, HttpCode, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Sessions } from '#contract/access.js';
import { SessionRepository } from '#storage/access/session.repository.js';
import { Allow } from './allow.js';
import { Account, type SignedIn } from './caller.js';

/** One's own sessions that are open. */
@Controller('v1/sessions')
export class SessionsController {
  constructor(private readonly sessions: SessionRepository) {}

  @Get()
  @Allow('session')
  async open(@Account() { id }: SignedIn, @Req() request: FastifyRequest): Promise<Sessions> {
    return { sessions: await this.sessions.of(id, request.session.sessionId) };
  }

  /** Everywhere, here too. */
  @Delete()
  @Allow('session')
  @HttpCode(204)
  async endAll(@Account() { id }: SignedIn): Promise<void> {
    await this.sessions.endAll(id);
  }
}
