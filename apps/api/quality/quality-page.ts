import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { eventSources } from '#connectors/event-sources.js';
import { type Quality } from '#contract/quality.js';
import { addDays, type Day } from '#domain/calendar/day.js';
import { type EventKind, eventKinds } from '#domain/events/kind.js';
import { type Told } from '#domain/indicators/measurable.js';
import { type Care, coarsePeople, coarseShare } from '#domain/quality/coarse.js';
import { gapsOf } from '#domain/quality/gaps.js';
import { silencedBy } from '#domain/quality/silenced.js';
import * as storage from '#storage/quality/quality.repository.js';
import { toldBySources } from '#storage/source/source-evidence.js';
import { type OrganizationInPath } from '../access/caller.js';
import { APP_DB } from '../databases.js';

type Answered = Quality['sources'][number];

/** What is wrong with the data, for whoever runs the sources: counts of events and silences, nobody's activity. */
@Injectable()
export class QualityPage {
  constructor(@Inject(APP_DB) private readonly database: DataSource) {}

  async read(organization: OrganizationInPath, now: Date): Promise<Quality> {
    const [db, { id }] = [this.database, organization];
    const [sources, days, kinds, formats, calendar] = await Promise.all([
      storage.sourceQualities(db, id, now),
      storage.eventsByDay(db, id),
      storage.kindsBySource(db, id),
      storage.formatsBySource(db, id),
      storage.calendarOf(db, id),
    ]);
    const [people, refused, told] = await Promise.all([
      storage.unassignedPeople(db, id),
      storage.refusedLines(db, id),
      // Closed weeks remember what an undone file told: it measures nothing any more.
      toldBySources(
        ...([db, id] as const),
        sources.filter(({ firstDay }) => firstDay !== null).map((source) => source.id),
      ),
    ]);
    return {
      unassigned: people && unassignedOf(people, sources, organization),
      sources: sources.map((source) => ({
        ...toldOf(source),
        gaps: gapsOf(days.get(source.id) ?? new Map<Day, number>(), surroundings(source, calendar, now)),
        membersUnread: listsMembers(formats.get(source.id) ?? []),
        ...silentKinds(source, kinds.get(source.id) ?? [], formats.get(source.id) ?? []),
      })),
      refused: refused.map((one) => ({ ...one, finishedAt: one.finishedAt.toISOString() })),
      silenced: told && silencedOf(told),
      countries: calendar.countries,
    };
  }
}

/** Of all sources together: on a single one these people could be few. */
function unassignedOf(
  { count, mostly, countedAt }: storage.UnassignedPeople,
  sources: readonly storage.SourceQuality[],
  care: Care,
): Quality['unassigned'] {
  const [part, whole] = [sum(sources.map((one) => one.unassigned)), sum(sources.map((one) => one.events))];
  return {
    people: coarsePeople(count, care),
    share: coarseShare(part, whole, count, care),
    mostly: count >= care.k ? mostly : null,
    countedAt: countedAt.toISOString(),
  };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** How much happened in a source is said by its counters, never here. */
const toldOf = ({ events, approximate, unassigned: _, lastConflict, ...source }: storage.SourceQuality) => ({
  ...source,
  approximate: events === 0 ? null : approximate / events,
  lastConflict: lastConflict?.toISOString() ?? null,
});

const silencedOf = (told: Told): Quality['silenced'] =>
  silencedBy(told).flatMap(({ indicator, how, kinds, attributes }) =>
    how === 'fully' ? [] : [{ indicator, how, kinds: [...kinds], attributes: [...attributes] }],
  );

/** Reports that are fetched come up to three days after the day they tell of. */
const comesLate = 3;

/** A live source should have had events until yesterday, one that is fetched until a little before; a file none after its last day. */
function surroundings(
  { kind, lastDay }: storage.SourceQuality,
  { countries, shocks }: Awaited<ReturnType<typeof storage.calendarOf>>,
  now: Date,
) {
  const yesterday = addDays(now.toISOString().slice(0, 10), -1);
  const through = { http: yesterday, pull: addDays(yesterday, -comesLate), file: lastDay ?? yesterday }[kind];
  return { through, countries, isExcused: (day: Day) => shocks.some(({ from, to }) => from <= day && day <= to) };
}

const listsMembers = (formats: readonly string[]) =>
  eventSources.some((one) => one.listsMembers && formats.includes(one.key));

/** Apart: what the format of its files cannot hold, and what it could tell and never has. */
function silentKinds(
  { kind, firstDay }: storage.SourceQuality,
  heard: readonly EventKind[],
  formats: readonly string[],
): Pick<Answered, 'cannot' | 'unheard'> {
  if (firstDay === null) return { cannot: [], unheard: [] };
  const known = eventSources.filter(({ key }) => formats.includes(key));
  const able = new Set(
    kind === 'http' || known.length < formats.length ? eventKinds : known.flatMap(({ reports }) => reports),
  );
  const silent = eventKinds.filter((one) => !heard.includes(one));
  return { cannot: silent.filter((one) => !able.has(one)), unheard: silent.filter((one) => able.has(one)) };
}
