import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Ambassadors, type AmbassadorsQuery, type Coverage, type Mandate } from '#contract/ambassadors.js';
import { type Day } from '#domain/calendar/day.js';
import { profilesOf } from '#domain/rollout/profiles.js';
import { coverageBand } from '#domain/indicators/k60-coverage.js';
import { type Place } from '#domain/indicators/publication.js';
import { outcomeAt } from '#domain/indicators/rows.js';
import {
  ambassadorSentence,
  coverageState,
  median,
  missionLength,
  missionMonths,
} from '#domain/rollout/ambassadors.js';
import { type Board } from '#domain/rollout/board.js';
import { publishedProfile } from '#storage/publication/tie.repository.js';
import { BoardRepository } from '#storage/publication/board.repository.js';
import { DeclaredRepository, type MandateRow } from '#storage/steering/declared.repository.js';
import { APP_DB, READ_DB } from '../databases.js';

/** Declared roles over headcounts: exact, named, and nothing of what anybody did. */
@Injectable()
export class AmbassadorsPage {
  private readonly boards: BoardRepository;
  private readonly declared: DeclaredRepository;

  constructor(
    @Inject(READ_DB) private readonly published: DataSource,
    @Inject(APP_DB) app: DataSource,
  ) {
    this.boards = new BoardRepository(published);
    this.declared = new DeclaredRepository(app);
  }

  async read(organization: { id: string; k: number }, { week: asked, node }: AmbassadorsQuery): Promise<Ambassadors> {
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
    const [overall = null, ...coverage] =
      week === null
        ? []
        : placesUnder(board.publication.tree(week).places, node).map((place) => coverageOf(board, place, week));
    const profiles = week === null ? [] : profilesOf(await publishedProfile(this.published, organization.id, week));
    const smallest = coverage.filter(
      ({ node }) => week !== null && board.publication.tree(week).place(node)?.kind !== 'node',
    );
    const held = mandates.filter(({ role, running, days }) => role === 'ambassador' && running && days !== null);
    return {
      ...{ week, freshness: freshness && { ...freshness, publishedAt: freshness.publishedAt.toISOString() } },
      ...{
        band: coverageBand,
        months: missionMonths,
        overall,
        coverage,
        counts: countsOf(smallest),
        mandates,
        profiles,
      },
      medianDays: median(held.map(({ days }) => days ?? 0)),
      sentence: ambassadorSentence(
        overall && { ...overall.coverage },
        smallest.filter(({ state }) => state === 'none').length,
      ),
    };
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
  return { ...mandate, ...missionLength(mandate, day) };
}

function coverageOf(board: Board, place: Place, week: Day): Coverage {
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
