import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Language } from '#contract/access.js';
import { modules } from '#domain/declared/modules.js';
import { type DossierFacts, type DossierName, type MaskFacts, writeDossier } from '#domain/dossier/dossier.js';
import { noteAlone } from '#storage/audit/audit-log.js';
import { BoardRepository } from '#storage/publication/board.repository.js';
import { directoryPartsOf } from '#storage/purpose/directory-parts.js';
import { accountsByRole, sourcesOf } from '#storage/purpose/privacy-facts.js';
import { readGate } from '#storage/purpose/purpose-gate.repository.js';
import { kindsBySource } from '#storage/quality/quality.repository.js';
import { smallestGroupOf } from '#storage/organization/smallest-group.js';
import { keptRaw } from '#storage/retention/raw-months.js';
import { SteeringRepository } from '#storage/steering/steering.repository.js';
import { type OrganizationInPath } from '../../access/caller.js';
import { APP_DB, READ_DB } from '../../databases.js';
import { dossierDocx } from './dossier-docx.js';
import { documentPdf } from '#report/document-pdf.js';

/** Writes what the representatives and the data-protection officer are given, from the settings as they are now. */
@Injectable()
export class DossierDesk {
  private readonly boards: BoardRepository;

  constructor(
    @Inject(APP_DB) private readonly app: DataSource,
    @Inject(READ_DB) read: DataSource,
  ) {
    this.boards = new BoardRepository(read);
  }

  async write(
    organization: OrganizationInPath,
    accountId: string,
    name: DossierName,
    { format, language }: { format: 'pdf' | 'docx'; language: Language },
  ): Promise<Buffer> {
    const document = writeDossier(name, await this.facts(organization, new Date()), language);
    const detail = { what: name, format };
    await noteAlone(this.app, { organizationId: organization.id, accountId, action: 'exported', detail });
    return format === 'pdf' ? documentPdf(document, language) : dossierDocx(document, language);
  }

  private async facts(organization: OrganizationInPath, now: Date): Promise<DossierFacts> {
    const { id, name, k, bands } = organization;
    const [gate, sources, kinds, roles, card, { rawMonths }, { closedWith }, directory] = await Promise.all([
      readGate(this.app, id),
      sourcesOf(this.app, id),
      kindsBySource(this.app, id),
      accountsByRole(this.app, id),
      new SteeringRepository(this.app).card(id),
      keptRaw(this.app, id),
      smallestGroupOf(this.app, id),
      directoryPartsOf(this.app, id),
    ]);
    const network = card?.houseWords.network;
    return {
      ...{
        organization: name,
        k,
        closedWith,
        bands,
        rawMonths,
        countries: gate.countries,
        unsaid: gate.unsaid,
        actsSince: gate.actsSince,
        roles,
        directory,
        on: now.toISOString().slice(0, 10),
      },
      network: typeof network === 'string' ? network : null,
      modules: modules.map((module) => ({ module, declaredOn: dayIn(card?.modules[module]) })),
      sources: sources.map((source) => ({ ...source, kinds: kinds.get(source.id) ?? [] })),
      mask: await this.mask(organization),
    };
  }

  private async mask(organization: { id: string; k: number }): Promise<MaskFacts | null> {
    const { board } = await this.boards.read(organization, { back: 1, populations: [], days: [] });
    const week = board.week;
    const places = week === null ? [] : board.publication.tree(week).places;
    if (week === null || places.length === 0) return null;
    const cells = places.filter(({ kind }) => kind !== 'node');
    const alone = places.filter(({ kind }) => kind === 'node' || kind === 'cell');
    const entities = new Set([...alone.map(({ key }) => key), ...cells.flatMap((cell) => cell.entities)]);
    return {
      ...{ week, people: places[0]?.headcount ?? 0, cells: cells.length, shown: alone.length },
      smallestCell: Math.min(...cells.map(({ headcount }) => headcount)),
      entities: entities.size,
    };
  }
}

const dayIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);
