import { Inject, Injectable } from '@nestjs/common';
import { resolve } from 'node:path';
import { type DataSource } from 'typeorm';
import { type Language } from '#contract/access.js';
import { type RightsDone, type RightsRequest } from '#contract/rights.js';
import { writeRecord } from '#domain/rights/person-record.js';
import { documentPdf } from '#report/document-pdf.js';
import { Problem } from '#runtime/problem.js';
import { rightsLedgerPath, type Settings, SETTINGS } from '#runtime/settings.js';
import { leaveOut, withdrawObjection } from '#storage/rights/leave-out.js';
import { readPerson } from '#storage/rights/person-record.js';
import { RightsLedger } from '#storage/rights/rights-ledger.js';
import { RIGHTS_DB } from '../../databases.js';

/** Who asks, and where. */
interface Asked {
  organizationId: string;
  accountId: string;
  identifier: string;
}

/** What a person may ask for. Answers tell what was done, never what the person did; the file is for the person. */
@Injectable()
export class RightsDesk {
  private readonly ledger: RightsLedger;

  constructor(
    @Inject(RIGHTS_DB) private readonly rights: DataSource,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.ledger = new RightsLedger(resolve(rightsLedgerPath(settings)));
  }

  async answer(asked: Asked, { request, confirmation }: RightsRequest): Promise<RightsDone> {
    if (request === 'withdrawal') return this.withdraw(asked);
    if (request === 'erasure' && confirmation?.trim() !== asked.identifier)
      throw new Problem('not_confirmed', 422, 'An erasure is confirmed with the identifier, a second time.');
    const { organizationId, ...who } = asked;
    const done = await leaveOut(this.rights, organizationId, { ...who, reason: request }, this.ledger);
    return { number: done.request, known: done.known, hasAccount: done.hasAccount };
  }

  private async withdraw({ organizationId, ...who }: Asked): Promise<RightsDone> {
    if (!(await withdrawObjection(this.rights, organizationId, who, this.ledger)))
      throw new Problem('no_objection', 404, 'Nobody of that name had objected.');
    return { number: null, known: true, hasAccount: false };
  }

  async record(
    { organizationId, ...who }: Asked,
    { format, language }: { format: 'json' | 'pdf'; language: Language },
  ): Promise<Buffer> {
    const record = await readPerson(this.rights, organizationId, { ...who, now: new Date() });
    if (record === null) throw new Problem('unknown_person', 404, 'Nothing is stored about anybody of that name.');
    if (format === 'pdf') return documentPdf(writeRecord(record, language), language);
    return Buffer.from(`${JSON.stringify(record, null, 2)}\n`);
  }
}
