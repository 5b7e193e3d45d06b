import { type Day } from '#domain/calendar/day.js';
import { dayText } from '#domain/sentences/day-text.js';
import { say } from '#domain/sentences/say.js';
import { type Sentence } from '#domain/sentences/sentence.js';
import { type Printing, reportOf } from './printed.js';
import { type Report } from './report.js';
import { reportWords } from './report-words.js';
import { type SummaryFacts, summaryPart } from './summary-part.js';

export interface IssueFacts extends SummaryFacts {
  /** What became of its numbers since the last issue; null = it is the first. */
  changed: { since: Day; sentences: readonly Sentence[] } | null;
}

/** An issue of a report: Synthèse as it stands, after what changed since the last one. */
export function issueOf({ changed, ...facts }: IssueFacts, printing: Printing): Report {
  const { language } = printing;
  const words = reportWords[language];
  const part = summaryPart(facts, printing);
  const first = changed && {
    title: words.changed(dayText(changed.since, language, 'short')),
    items: changed.sentences.map((sentence) => say(sentence, language)),
    none: words.changedNone,
  };
  return reportOf(printing, facts.summary.freshness, [{ ...part, lists: [...(first ? [first] : []), ...part.lists] }]);
}
