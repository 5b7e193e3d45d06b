import { Controller, Get, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Problem } from '#runtime/problem.js';
import { Allow } from '../access/allow.js';
import { cachingOf, DashboardFiles } from './dashboard.files.js';

@Controller()
export class DashboardController {
  constructor(private readonly files: DashboardFiles) {}

  /** Everything that no other route answers: a file of the dashboard, or the page itself, which finds its way. */
  @Get('*')
  @Allow('public')
  file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const [path = '/'] = request.url.split('?', 1);
    const name = this.files.nameFor(path);
    if (name === null) throw new Problem('not_found', 404, 'There is nothing here.');
    void reply.removeHeader('cache-control');
    void reply.sendFile(name, this.files.directory, cachingOf(name));
  }
}
