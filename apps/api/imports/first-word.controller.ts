import { Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { JobQueue } from '#runtime/jobs/job-queue.js';
import { measuresJob } from '#runtime/jobs/jobs.js';
import { Problem } from '#runtime/problem.js';
import { comesYet } from '#storage/import/comes-yet.js';
import { giveWord } from '#storage/publication/first-word.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';

const late = {
  still_reading: 'A file is still being read: what it brings would come too late.',
  directory_waits: 'A directory waits for approval: what it brings would come too late.',
};

/** The word that everything is in, after which a new organisation of real people publishes. */
@Controller('v1/organizations/:org/publication')
export class FirstWordController {
  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    private readonly jobs: JobQueue,
  ) {}

  /** Safe to repeat. What is still being read, or waits for approval, would come after the word. */
  @Post()
  @Allow('import')
  @HttpCode(204)
  async begin(@Organization() { id }: OrganizationInPath, @Account() account: SignedIn): Promise<void> {
    const yet = await comesYet(this.database, id);
    if (yet !== null) throw new Problem(yet, 409, late[yet]);
    await this.database.transaction((tx) => giveWord(tx, id, account.id));
    await this.jobs.request(measuresJob, { organizationId: id });
  }
}
