import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, StreamableFile } from '@nestjs/common';
import { type Kept } from '#contract/committees.js';
import { NewReport, type Reports } from '#contract/reports.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { Costly } from '../access/costly.js';
import { IdInPath } from '../http/id-in-path.js';
import { Parse } from '../http/parse.js';
import { published } from '../http/published.js';
import { ReportsDesk, unknownIssue, unknownReport } from './reports-desk.js';

const reportId = new IdInPath(unknownReport);
const issueId = new IdInPath(unknownIssue);

/** Boards that go out by mail: when, to whom, and what was sent. */
@Controller('v1/organizations/:org/reports')
export class ReportsController {
  constructor(private readonly desk: ReportsDesk) {}

  @Get()
  @Allow('reports')
  list(@Organization() organization: OrganizationInPath): Promise<Reports> {
    return this.desk.list(organization);
  }

  @Post()
  @Allow('reports')
  async add(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(NewReport)) report: NewReport,
  ): Promise<Kept> {
    return { id: await this.desk.add(organization, account, report) };
  }

  @Put(':report')
  @Allow('reports')
  async change(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('report', reportId) report: string,
    @Body(new Parse(NewReport)) to: NewReport,
  ): Promise<Kept> {
    await this.desk.change(organization, account, report, to);
    return { id: report };
  }

  @Delete(':report')
  @Allow('reports')
  @HttpCode(204)
  remove(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('report', reportId) report: string,
  ): Promise<void> {
    return this.desk.remove(organization, account, report);
  }

  @Post(':report/trial')
  @Allow('reports')
  @Costly('written')
  @HttpCode(204)
  tryOut(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('report', reportId) report: string,
  ): Promise<void> {
    return published(this.desk.tryOut(organization, account, report));
  }

  @Get(':report/issues/:issue/pdf')
  @Allow('reports')
  async pdf(
    @Organization() organization: OrganizationInPath,
    @Param('report', reportId) report: string,
    @Param('issue', issueId) issue: string,
  ): Promise<StreamableFile> {
    const { pdf, weekEnd } = await this.desk.pdf(organization, report, issue);
    const disposition = `attachment; filename="${organization.slug}-report-${weekEnd}.pdf"`;
    return new StreamableFile(pdf, { type: 'application/pdf', disposition });
  }

  @Delete(':report/issues/:issue/links')
  @Allow('reports')
  @HttpCode(204)
  revoke(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('report', reportId) report: string,
    @Param('issue', issueId) issue: string,
  ): Promise<void> {
    return this.desk.revoke(organization, account, report, issue);
  }
}
