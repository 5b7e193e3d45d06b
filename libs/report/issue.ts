import { type PublishedWeek } from '#contract/published.js';
import { type Day } from '#domain/calendar/day.js';
import { dayText } from '#domain/sentences/day-text.js';
import { say } from '#domain/sentences/say.js';
import { type Sentence } from '#domain/sentences/sentence.js';
import { type Printing, reportOf } from './printed.js';
import { type Report, type ReportPart } from './report.js';
import { reportWords } from './report-words.js';

interface IssueFacts {
  freshness: PublishedWeek | null;
  part: (printing: Printing) => ReportPart;
  /** What became of the numbers of Synthèse since the last issue; null = it is the first, or tells of something else. */
  changed: { since: Day; sentences: readonly Sentence[] } | null;
}

/** An issue of a report: a board as it stands, after what changed since the last one. */
export function issueOf({ freshness, part: write, changed }: IssueFacts, printing: Printing): Report {
  const { language } = printing;
  const words = reportWords[language];
  const part = write(printing);
  const first = changed && {
    title: words.changed(dayText(changed.since, language, 'short')),
    items: changed.sentences.map((sentence) => say(sentence, language)),
    none: words.changedNone,
  };
  return reportOf(printing, freshness, [{ ...part, lists: [...(first ? [first] : []), ...part.lists] }]);
}
