import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Ambassadors, type AmbassadorsQuery, type Coverage, type Mandate } from '#contract/ambassadors.js';
import { type Day } from '#domain/calendar/day.js';
import { lastTold } from '#domain/rollout/at-root.js';
import { maturityCounts } from '#domain/rollout/maturity.js';
import { profilesOf } from '#domain/rollout/profiles.js';
import { type Outcome } from '#domain/indicators/indicator.js';
import { masked } from '#domain/indicators/outcome.js';
import { coverageBand } from '#domain/indicators/k60-coverage.js';
import { type Place } from '#domain/indicators/publication.js';
import { outcomeAt } from '#domain/indicators/rows.js';
import {
  ambassadorSentence,
  coverageState,
  entitiesWithout,
  median,
  missionLength,
  missionMonths,
} from '#domain/rollout/ambassadors.js';
import { type Board } from '#domain/rollout/board.js';
import { SurveyRepository } from '#storage/declared/survey.repository.js';
import { entityNames } from '#storage/publication/entity-names.js';
import { publishedProfile } from '#storage/publication/tie.repository.js';
import { type BoardOf, BoardRepository } from '#storage/publication/board.repository.js';
import { DeclaredRepository, type MandateRow } from '#storage/steering/declared.repository.js';
import { APP_DB, READ_DB } from '../databases.js';
import { freshnessOf } from '#pages/freshness.js';

/** Declared roles over headcounts: exact, named, and nothing of what anybody did. */
@Injectable()
export class AmbassadorsPage {
  private readonly boards: BoardRepository;
  private readonly declared: DeclaredRepository;
  private readonly surveys: SurveyRepository;

  constructor(
    @Inject(READ_DB) private readonly published: DataSource,
    @Inject(APP_DB) app: DataSource,
  ) {
    this.boards = new BoardRepository(published);
    this.declared = new DeclaredRepository(app);
    this.surveys = new SurveyRepository(published);
  }

  async read(organization: BoardOf, { week: asked, node }: AmbassadorsQuery): Promise<Ambassadors> {
    const wanted = { populations: ['everyone'], days: [0], back: 1 };
    const { board, freshness } = await this.boards.read(organization, {
      ...wanted,
      ...(asked === undefined ? {} : { week: asked }),
    });
    const week = board.week;
    const day = week ?? new Date().toISOString().slice(0, 10);
    const inside = week === null ? new Set<string>() : entitiesUnder(board.publication.tree(week).places, node);
    const mandates = (await this.declared.mandates(organization.id, day))
      .filter(({ entity }) => node === undefined || (entity !== null && inside.has(entity)))
      .map((mandate) => mandateAt(mandate, day));
    const named = mandates.filter(({ role, running }) => role === 'ambassador' && running).map(({ entity }) => entity);
    const names = await entityNames(this.published, organization.id);
    const [overall = null, ...coverage] =
      week === null
        ? []
        : placesUnder(board.publication.tree(week).places, node).map((place) => {
            const { ambassadors, ...told } = coverageOf(board, place, week);
            const without = entitiesWithout({ ...place, ambassadors }, named).map((key) => names.get(key) ?? key);
            return { ...told, ambassadors, without };
          });
    const smallest = coverage.filter(
      ({ node }) => week !== null && board.publication.tree(week).place(node)?.kind !== 'node',
    );
    const profiles = week === null ? [] : profilesOf(await this.profileCounts(organization.id, week, smallest));
    const held = mandates.filter(({ role, running, days }) => role === 'ambassador' && running && days !== null);
    return {
      ...{ week, freshness: freshnessOf(freshness) },
      ...{
        band: coverageBand,
        months: missionMonths,
        overall,
        coverage,
        counts: countsOf(smallest),
        mandates,
        profiles,
      },
      activity: week === null ? masked('not_published') : await this.activity(organization, week, node),
      reports: await this.declared.ambassadorReports(organization.id, day),
      medianDays: median(held.map(({ days }) => days ?? 0)),
      sentence: ambassadorSentence(
        overall && { ...overall.coverage },
        smallest.filter(({ state }) => state === 'none').length,
      ),
    };
  }

  /** K62 of a place, or of everyone: fewer than 200 ambassadors speak at block ends only. */
  private async activity(organization: BoardOf, week: Day, node?: string): Promise<Outcome> {
    const wanted = { week, back: 4, populations: ['everyone', 'ambassadors'], days: [0, 84] };
    const { board } = await this.boards.read(organization, {
      ...wanted,
      nodes: (draft) => (node === undefined ? draft.root.places(week) : [node]),
    });
    const slice = node === undefined ? { ...board.root, slice: '' } : board.place(node);
    const at = (sunday: Day) => outcomeAt(board.publication, board.rules, 'K62', slice, sunday, 84);
    return at(lastTold(week, (sunday) => at(sunday).shown === 'value'));
  }

  private async profileCounts(organizationId: string, week: Day, smallest: readonly Coverage[]) {
    const [profile, questions, answers] = await Promise.all([
      publishedProfile(this.published, organizationId, week),
      this.surveys.questions(organizationId),
      this.surveys.published(organizationId),
    ]);
    return [...profile, ...maturityCounts(smallest, questions, answers)];
  }
}

/** A place with everything below it, in the order of the tree; everything without one. */
function placesUnder(places: readonly Place[], node: string | undefined): Place[] {
  if (node === undefined) return [...places];
  const under = new Set([node]);
  return places.filter(({ key, parent }) => {
    if (parent !== null && under.has(parent)) under.add(key);
    return under.has(key);
  });
}

function entitiesUnder(places: readonly Place[], node: string | undefined): Set<string> {
  return new Set(
    placesUnder(places, node).flatMap(({ entity, entities }) => [...(entity ? [entity] : []), ...entities]),
  );
}

function mandateAt(mandate: MandateRow, day: Day): Mandate {
  const held = missionLength(mandate, day);
  // Three to six months is what the field recommends for ambassadors, and for nobody else.
  return { ...mandate, ...held, length: mandate.role === 'ambassador' ? held.length : null };
}

function coverageOf(board: Board, place: Place, week: Day): Omit<Coverage, 'without'> {
  const coverage = outcomeAt(board.publication, board.rules, 'K60', board.place(place.key), week, null);
  const ambassadors = coverage.numerator?.low ?? 0;
  const { key: node, name, parent, headcount } = place;
  const wave = board.waveOf(node, week)?.key ?? null;
  return { node, name, parent, wave, headcount, ambassadors, coverage, ...coverageState(ambassadors, headcount) };
}

function countsOf(places: readonly Coverage[]): Ambassadors['counts'] {
  const counts = { none: 0, below: 0, inside: 0, above: 0, missing: 0 };
  for (const { state, missing } of places) {
    counts[state] += 1;
    counts.missing += missing;
  }
  return counts;
}
