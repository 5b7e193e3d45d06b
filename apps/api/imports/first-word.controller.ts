import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { measuresJob } from '#runtime/jobs/jobs.js';
import { Problem } from '#runtime/problem.js';
import { unfinishedImports } from '#storage/import/imports.js';
import { giveWord } from '#storage/publication/first-word.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';

/** The word that everything is in, after which a new organisation of real people publishes. */
@Controller('v1/organizations/:org/publication')
export class FirstWordController {
  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    private readonly jobs: JobQueue,
  ) {}

  /** Safe to repeat. What is still being read would come after the word. */
  @Post()
  @Allow('import')
  @HttpCode(204)
  async begin(@Organization() { id }: OrganizationInPath, @Account() account: SignedIn): Promise<void> {
    if ((await unfinishedImports(this.database, id)).length > 0)
      throw new Problem('still_reading', 409, 'A file is still being read: what it brings would come too late.');
    await this.database.transaction((tx) => giveWord(tx, id, account.id));
    await this.jobs.request(measuresJob, { organizationId: id });
  }
}
