import { type DataSource } from 'typeorm';
import { blockEndOf, type Day } from '#domain/calendar/day.js';
import { isOn, type OrganizationFacts } from '#storage/organization/organization.js';
import { awaitsWord } from '#storage/publication/first-word.js';
import { PublicationRepository } from '#storage/publication/publication.repository.js';
import { SteeringRepository } from '#storage/steering/steering.repository.js';
import { type ExactSlicing } from '#storage/exact/exact.sql.js';

interface Asked {
  by: ExactSlicing;
  from: Day;
  to: Day;
}

/** Why an answer has no row, in one sentence. */
export async function whyNothing(db: DataSource, organization: OrganizationFacts, asked: Asked): Promise<string> {
  const published = new PublicationRepository(db);
  const weeks = (await published.weeks(organization.id)).map(({ weekEnd }) => weekEnd);
  const read = weeks.filter((week) => asked.from <= week && week <= asked.to);
  const levels = read[0] ? await published.levels(organization.id, read[0]) : [];
  const waves = await new SteeringRepository(db).waves(organization.id);
  return reasonOf({
    ...{ ...asked, weeks, levels: levels.length, waves: waves.length },
    exemplarity: isOn(organization, 'exemplarity'),
    awaitsWord: await awaitsWord(db, organization.id),
  });
}

/** `weeks`: published Sundays, newest first. */
export function reasonOf(
  facts: Asked & { weeks: readonly Day[]; levels: number; waves: number; exemplarity: boolean; awaitsWord: boolean },
): string {
  const { by, from, to, weeks } = facts;
  const [newest, oldest] = [weeks[0], weeks.at(-1)];
  if (newest === undefined && facts.awaitsWord)
    return 'Nothing is published yet: once everything is in, `essor org publish` says so.';
  if (newest === undefined) return 'Nothing is published yet: `essor wait` waits for the first week.';
  if (!weeks.some((week) => from <= week && week <= to))
    return `No published week ends between ${from} and ${to}; published are ${oldest} to ${newest}.`;
  if (by === 'wave' && facts.waves === 0) return 'No wave is declared: `essor import waves` brings them in.';
  if (by === 'level' && !facts.exemplarity)
    return 'Levels are counted once the module exemplarity is declared: `essor org modules --on exemplarity`.';
  if (by === 'level' && facts.levels === 0)
    return 'No level is published that week: the directory names no managers, or too few at every level.';
  return 'Nothing is published of this indicator for this slicing between these days.';
}

/** Why some slices have no row on some of the Sundays asked for, in one sentence. */
export function whyMissing(waiting: readonly { slice: string; weekEnd: Day }[]): string {
  const slices = [...new Set(waiting.map(({ slice }) => slice))];
  const weeks = [...new Set(waiting.map(({ weekEnd }) => weekEnd))].sort();
  const next = [...new Set(weeks.map(blockEndOf))].join(', ');
  return `No row for ${listOf(slices)} on ${listOf(weeks)}: what places of fewer than 200 people did in 28 days or more is told at the end of a block of four weeks only (${next}), and a wave once all of its places are. Windows of 7 days are told every week.`;
}

const named = 8;
const listOf = (names: readonly string[]): string =>
  names.length <= named ? names.join(', ') : `${names.slice(0, named).join(', ')} and ${names.length - named} more`;
