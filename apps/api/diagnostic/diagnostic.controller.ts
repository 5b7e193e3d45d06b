import { Controller, Get, Query } from '@nestjs/common';
import { type Diagnostic, type DiagnosticPlaces, DiagnosticQuery } from '#contract/diagnostic.js';
import { WeekQuery } from '#contract/published.js';
import { Allow } from '../access/allow.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { published } from '../http/published.js';
import { DiagnosticPage } from './diagnostic-page.js';

@Controller('v1/organizations/:org/diagnostic')
export class DiagnosticController {
  constructor(private readonly page: DiagnosticPage) {}

  @Get()
  @Allow('reading')
  diagnostic(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(DiagnosticQuery)) query: DiagnosticQuery,
  ): Promise<Diagnostic> {
    return published(this.page.read(organization, query));
  }

  @Get('places')
  @Allow('reading')
  places(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(WeekQuery)) { week }: WeekQuery,
  ): Promise<DiagnosticPlaces> {
    return published(this.page.places(organization, week));
  }
}
