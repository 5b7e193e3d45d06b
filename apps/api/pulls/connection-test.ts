import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type PullTest, type TestedPull } from '#contract/pulls.js';
import { openNetwork } from '#connectors/pull/network.js';
import { openSource, pullPlans } from '#connectors/pull/plans.js';
import { PullProblem } from '#connectors/pull/pull-problem.js';
import { Problem } from '#runtime/problem.js';
import { outgoingProxy, SETTINGS, type Settings } from '#runtime/settings.js';
import { findPull, sealedSecret } from '#storage/pull/pull-sources.js';
import { openSecret } from '#storage/pull/sealed-secret.js';
import { APP_DB } from '../databases.js';
import { placeOf, requireSameRecipient, settingsOf } from './pull-access.js';
import { unknownPull } from './source-number.js';

/** Somebody waits in front of a screen. */
const patience = { connect: 5000, headers: 15_000, body: 15_000 };

/** Asks a source for the least that a fetch needs, and stores nothing. */
@Injectable()
export class ConnectionTest {
  constructor(
    @Inject(APP_DB) private readonly database: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async of(organizationId: string, given: TestedPull): Promise<PullTest> {
    const proxy = outgoingProxy(this.settings);
    const network = openNetwork({ allowsPrivate: this.settings.PULL_ADDRESSES === 'private', patience, proxy });
    try {
      const secret = given.secret ?? (await this.storedSecret(organizationId, given));
      const settings = settingsOf(given);
      const access = { kind: given.kind, address: placeOf(given.address), settings, secret };
      const reader = openSource(network, access, () => new Date());
      await pullPlans[given.kind].check({ reader, settings, now: new Date() });
      return { code: null };
    } catch (error) {
      if (error instanceof PullProblem) return { code: error.code };
      throw error;
    } finally {
      await network.close();
    }
  }

  private async storedSecret(organizationId: string, given: TestedPull): Promise<string> {
    if (given.source === undefined) throw new Problem('secret_needed', 400, 'A secret must be given.');
    const stored = await findPull(this.database, organizationId, given.source);
    const sealed = await sealedSecret(this.database, organizationId, given.source);
    if (stored?.kind !== given.kind || !sealed) throw unknownPull();
    requireSameRecipient(stored, given);
    const owner = { organizationId, sourceId: given.source };
    const secret = openSecret(this.settings.APP_SECRET, owner, sealed);
    if (secret === null) throw new PullProblem('secret_unreadable');
    return secret;
  }
}
