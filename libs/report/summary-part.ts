import { type Annotation, type Wave } from '#contract/organization.js';
import { type Summary } from '#contract/summary.js';
import { type Day } from '#domain/calendar/day.js';
import { nextOpening } from '#domain/rollout/wave-verdict.js';
import { dayText } from '#domain/sentences/day-text.js';
import { say } from '#domain/sentences/say.js';
import { summaryFigures } from './figures.js';
import { planChart } from './plan-chart.js';
import { type Printing } from './printed.js';
import { type ReportPart } from './report.js';
import { reportWords } from './report-words.js';

/** A decision that a committee still has to take. */
export interface Asked {
  text: string;
  heldOn: Day;
}

export interface SummaryFacts {
  summary: Summary;
  waves: readonly Pick<Wave, 'name' | 'plannedStart' | 'actualStart'>[];
  annotations: readonly Annotation[];
  asked: readonly Asked[];
}

/** As many as the page shows. */
const most = 3;

/** Synthèse: is the rollout late, and what is asked of the reader. */
export function summaryPart({ summary, waves, annotations, asked }: SummaryFacts, printing: Printing): ReportPart {
  const { language } = printing;
  const words = reportWords[language];
  const next = summary.week === null ? undefined : nextOpening(waves, summary.week);
  const chart = planChart(summary.curve, annotations, printing);
  const long = (day: Day) => dayText(day, language, 'long');
  return {
    page: words.pages.summary,
    finding: say(summary.sentence, language),
    beside: next ? words.next(next.name, long(next.plannedStart)) : '',
    ...summaryFigures(summary, language),
    charts: chart ? [chart] : [],
    lists: [
      {
        ...{ title: words.attention, none: words.attentionNone },
        items: summary.attention.slice(0, most).map((point) => say(point, language)),
      },
      ...(asked.length > 0
        ? [
            {
              ...{ title: words.asked, none: '' },
              items: asked.slice(0, most).map(({ text, heldOn }) => words.askedFor(text, long(heldOn))),
            },
          ]
        : []),
    ],
    tables: [],
  };
}
