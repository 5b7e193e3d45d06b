import { type Day } from '#domain/calendar/day.js';
import { type Window } from '#domain/calendar/windows.js';
import { type IndicatorKey } from '#domain/indicators/catalogue.js';
import { type Outcome } from '#domain/indicators/indicator.js';
import { organizationById, type OrganizationFacts } from '#storage/organization/organization.js';
import { IndicatorReader } from '#storage/publication/indicator-reader.js';
import { type ExactSlicing } from '#storage/exact/exact.sql.js';
import { exactRows } from '../exact/exact-rows.js';
import { type ExactWindow } from '../exact/periods.js';
import { ImportStory } from '../import/testing/import-story.js';
import { refresh } from '../refresh.js';
import { withinOrganization } from '#storage/wall/within-organization.js';

/** By slice (`all` = the organisation): `part/of`, or the value where nothing is divided. */
export type Numbers = Record<string, string | number | null>;

type Asked = [key: IndicatorKey, by?: ExactSlicing, window?: `${Window}`, day?: Day];

/** An organisation told by its files, counted without mask or bands, and what both doors say of it. */
export class ToldOrganisation {
  private constructor(
    readonly story: ImportStory,
    readonly reader: IndicatorReader,
    private readonly lastDay: Day,
  ) {}

  /** Imports the files in their order, complete through the last day, and counts everything. */
  static async open(files: Readonly<Record<string, string>>, lastDay: Day, now: Date): Promise<ToldOrganisation> {
    const story = await ImportStory.open();
    await story.begin({ timezone: 'Europe/Paris', k: 1, bands: false });
    story.now = now;
    for (const [kind, text] of Object.entries(files)) {
      const report = await story.file(kind, text, kind === 'events' ? { completeThrough: lastDay } : {});
      if (report.state !== 'done' || report.rejected > 0) throw new Error(`${kind}: ${JSON.stringify(report)}`);
    }
    await refresh(story.work, story.organizationId, now);
    return new ToldOrganisation(story, new IndicatorReader(await story.database.as('read')), lastDay);
  }

  organization(): Promise<OrganizationFacts> {
    return organizationById(this.story.work, this.story.organizationId);
  }

  /** What the operator counts. */
  counted = async (...[key, by = 'organisation', window, day = this.lastDay]: Asked): Promise<Numbers> => {
    const found = await this.organization();
    const query = { indicators: [key], by, from: day, to: day, ...(window ? { window: window as ExactWindow } : {}) };
    const rows = await exactRows(this.story.work, found, query);
    return Object.fromEntries(rows.map((row) => [nameOf(row.slice, found), written(row)]));
  };

  /** What every visitor reads: lower ends, which are both ends here. */
  published = async (...asked: Asked): Promise<Numbers> => {
    const low = (interval: { low: number } | null) => interval?.low ?? null;
    const rows = Object.entries(await this.outcomes(...asked));
    return Object.fromEntries(
      rows.map(([slice, { numerator, denominator, value }]) => [
        slice,
        written({ numerator: low(numerator), denominator: low(denominator), value }),
      ]),
    );
  };

  outcomes = async (
    ...[key, by = 'organisation', window, day = this.lastDay]: Asked
  ): Promise<Record<string, Outcome>> => {
    const found = await this.organization();
    const { rows } = await withinOrganization(found.id, () =>
      this.reader.rows(found, {
        ...{ keys: [key], by, from: day, to: day, population: 'everyone', latest: false },
        window: window && (Number(window) as Window),
      }),
    );
    return Object.fromEntries(rows.map((row) => [nameOf(row.slice, found), row]));
  };

  close(): Promise<void> {
    return this.story.close();
  }
}

const nameOf = (slice: string, { slug }: OrganizationFacts) => (slice === slug ? 'all' : slice);

const written = (row: { numerator: number | null; denominator: number | null; value: number | null }) =>
  row.denominator === null ? row.value : `${row.numerator}/${row.denominator}`;
