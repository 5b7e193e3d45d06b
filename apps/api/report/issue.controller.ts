import { Body, Controller, HttpCode, Inject, Post, Req, StreamableFile } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type DataSource } from 'typeorm';
import { IssueToken, OpenedIssue } from '#contract/reports.js';
import { type Report } from '#report/report.js';
import { Problem } from '#runtime/problem.js';
import { openIssue, type OpenIssue } from '#storage/report/issue.repository.js';
import { Allow } from '../access/allow.js';
import { Attempts, limits } from '../access/attempts.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';

/** What a link in a mail opens, without an account: one frozen issue, and nothing else. */
@Controller('v1/report-issues')
export class IssueController {
  constructor(
    @Inject(APP_DB) private readonly app: DataSource,
    private readonly attempts: Attempts,
  ) {}

  @Post('open')
  @Allow('public')
  @HttpCode(200)
  async open(@Req() { ip }: FastifyRequest, @Body(new Parse(IssueToken)) { token }: IssueToken): Promise<OpenedIssue> {
    const { said, endsAt } = await this.find(ip, token, 'page');
    const { parts, ...report } = said as Report;
    return OpenedIssue.parse({
      ...parts[0],
      ...report,
      definitions: parts[0]?.definitions,
      endsAt: endsAt.toISOString(),
    });
  }

  @Post('pdf')
  @Allow('public')
  @HttpCode(200)
  async pdf(
    @Req() { ip }: FastifyRequest,
    @Body(new Parse(IssueToken)) { token }: IssueToken,
  ): Promise<StreamableFile> {
    const { pdf, weekEnd } = await this.find(ip, token, 'pdf');
    const disposition = `attachment; filename="essor-${weekEnd}.pdf"`;
    return new StreamableFile(pdf, { type: 'application/pdf', disposition });
  }

  /** Whether it never was or has ended is not told. */
  private async find(ip: string, token: string, what: 'page' | 'pdf'): Promise<OpenIssue> {
    await this.attempts.take(limits.issueFromAddress, ip);
    const found = await openIssue(this.app, token, what);
    if (!found) throw new Problem('link_not_valid', 404, 'This link has ended, or never was one.');
    await this.attempts.giveBack(limits.issueFromAddress, ip);
    return found;
  }
}
