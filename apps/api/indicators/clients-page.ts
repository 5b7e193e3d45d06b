import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Client, type Clients, type ClientsQuery } from '#contract/clients.js';
import { type Comparison } from '#contract/comparison.js';
import { addressOf, type SideName } from '#domain/comparison/side.js';
import { windowOf } from '#domain/indicators/rows.js';
import { KeptAnswers } from '#pages/kept-answers.js';
import { publicationStamp } from '#storage/publication/publication-stamp.js';
import { isGateClosed } from '#storage/purpose/purpose-gate.repository.js';
import { withinOrganization } from '#storage/wall/within-organization.js';
import { type Opened, type OrganizationInPath, refuseOrganization } from '../access/caller.js';
import { APP_DB, READ_DB } from '../databases.js';
import { ComparisonPage } from './comparison-page.js';

const sideOf = ({ slug }: { slug: string }): SideName => ({ kind: 'organisation', key: slug });

/** Organisations side by side: each read behind its own wall, as its own pages read it. */
@Injectable()
export class ClientsPage {
  constructor(
    private readonly comparisons: ComparisonPage,
    private readonly kept: KeptAnswers,
    @Inject(READ_DB) private readonly db: DataSource,
    @Inject(APP_DB) private readonly app: DataSource,
  ) {}

  /** `opened`: the organisations of the caller, and where comparisons are closed to them. */
  async read(opened: readonly Opened[], query: ClientsQuery): Promise<Clients> {
    const clients: Client[] = [];
    // One after the other: who has many clients is not to hold every connection.
    for (const one of opened) clients.push(await this.client(one, query));
    clients.sort(byLaunch);
    const told = clients.filter(({ untold }) => untold === null);
    const asked = query.compare?.map(addressOf) ?? told.slice(0, 2).map((each) => addressOf(sideOf(each)));
    const pair = asked.map((side) => {
      const found = opened.find(
        ({ organization, closed }) => closed === null && addressOf(sideOf(organization)) === side,
      );
      return found?.organization ?? refuseOrganization();
    });
    const window = windowOf(query.indicator, query.window);
    return { indicator: query.indicator, window, clients, compared: await this.compared(pair, told, query) };
  }

  private async client({ organization, closed }: Opened, query: ClientsQuery): Promise<Client> {
    const { slug, name, class: kind, k, bands } = organization;
    const nothing = { slug, name, class: kind, k, bands, series: null, freshness: null };
    if (closed !== null) return { ...nothing, untold: closed };
    return withinOrganization(organization.id, async () => {
      if (await isGateClosed(this.app, organization.id)) return { ...nothing, untold: 'purpose' };
      const asked = { indicator: query.indicator, window: query.window };
      const { series, settle, freshness } = await this.kept.answer(organization, 'client', asked, () =>
        this.compare([organization], query),
      );
      const [own = null] = series;
      if (!own || !freshness) return { ...nothing, untold: 'unpublished' };
      const untold = own.points.length > 0 ? null : settle.key === 'comparison.settle_masked' ? 'masked' : 'untold';
      return { ...nothing, untold, series: own, freshness };
    });
  }

  /** By the one comparison that there is, as between any two sides. */
  private async compared(
    pair: readonly OrganizationInPath[],
    told: readonly Client[],
    query: ClientsQuery,
  ): Promise<Comparison | null> {
    const [first] = pair;
    if (!first || pair.some(({ slug }) => !told.some((each) => each.slug === slug)) || pair.length < 2) return null;
    // Kept as long as nothing of either has changed.
    const stamps = pair.slice(1).map(({ id }) => withinOrganization(id, () => publicationStamp(this.db, id)));
    const asked = { ...query, compare: pair.map(({ id }) => id), others: await Promise.all(stamps) };
    const read = () => this.compare(pair, query);
    return withinOrganization(first.id, () => this.kept.answer(first, 'clients', asked, read));
  }

  private compare(sides: readonly OrganizationInPath[], { indicator, window }: ClientsQuery): Promise<Comparison> {
    const open = (slug: string) => Promise.resolve(sides.find((each) => each.slug === slug) ?? refuseOrganization());
    const [first = refuseOrganization()] = sides;
    return this.comparisons.read(first, { indicator, window, align: 'launch', compare: sides.map(sideOf) }, open);
  }
}

const launchOf = ({ series }: Client) => series?.launch ?? '9999';

function byLaunch(one: Client, other: Client): number {
  const [first, second] = [launchOf(one), launchOf(other)];
  if (first !== second) return first < second ? -1 : 1;
  return one.name.localeCompare(other.name) || (one.slug < other.slug ? -1 : 1);
}
