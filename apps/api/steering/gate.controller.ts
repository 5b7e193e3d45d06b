import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Gate, NewDecision, type WaveDecision } from '#contract/gate.js';
import { WeekQuery } from '#contract/published.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { GatePage } from './gate-page.js';
import { published } from '../http/published.js';

/** May the next wave open: what the rules say, and what a person decided. */
@Controller('v1/organizations/:org')
export class GateController {
  constructor(private readonly gates: GatePage) {}

  @Get('gate')
  @Allow('preparation')
  gate(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(WeekQuery)) { week }: WeekQuery,
  ): Promise<Gate> {
    return published(this.gates.read(organization, week));
  }

  @Post('waves/:wave/decisions')
  @Allow('declare')
  decide(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Param('wave') wave: string,
    @Body(new Parse(NewDecision)) body: NewDecision,
  ): Promise<WaveDecision> {
    return this.gates.decide({ organization, account }, wave, body);
  }
}
