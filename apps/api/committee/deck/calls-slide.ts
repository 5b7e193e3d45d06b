import { type FollowedEntity, type FollowUp } from '#contract/follow-up.js';
import { dayText } from '#domain/sentences/day-text.js';
import { type Language } from '#domain/sentences/language.js';
import { placeName } from '#domain/sentences/place-name.js';
import { say } from '#domain/sentences/say.js';
import { type DeckChart, type DeckFacts, type Slide } from './deck.js';
import { deckWords } from './deck-words.js';
import { shortened } from './room.js';

const mostBars = 8;

/** Sites to call, as À relancer says it: what is seen there, and what to ask. */
export function callsSlide({ followUp }: DeckFacts, language: Language): Slide {
  const words = deckWords[language];
  const small = followUp.small.filter(({ low }) => low);
  const called = (entity: FollowedEntity | undefined) =>
    entity?.lastCall ? dayText(entity.lastCall.calledOn, language, 'short') : words.never;
  const rows = [
    ...followUp.alerts.map((alert) => [
      nameOf(alert, language),
      say(alert.evidence, language),
      say(alert.question, language),
      called(alert.entities[0]),
    ]),
    ...small.map((entity) => [
      placeName(entity, language),
      entity.evidence ? say(entity.evidence, language) : '',
      entity.question ? say(entity.question, language) : '',
      called(entity),
    ]),
  ];
  return {
    page: words.pages.calls,
    finding: say(followUp.sentence, language),
    chart: barsOf(followUp.alerts, language),
    tables: [
      {
        ...{ title: '', head: [words.site, words.seen, words.toAsk, words.lastCall], none: words.noCall, rows },
        widths: [0.17, 0.39, 0.32, 0.12],
        more: (count) => words.moreCalls(count),
      },
    ],
    definitions: [words.alertDefinition],
  };
}

const nameOf = ({ cause, name, entities: [first] }: FollowUp['alerts'][number], language: Language): string =>
  cause === 'entity' && first ? placeName(first, language) : name;

/** The last week of those large enough for an alert, each beside what is expected there; what is measured stands with its name. */
function barsOf(alerts: FollowUp['alerts'], language: Language): DeckChart | null {
  const words = deckWords[language];
  const bars = alerts.slice(0, mostBars).flatMap(({ entities: [first] }) => {
    const week = first?.weeks.at(-1);
    if (!first || !week?.expected) return [];
    const measure = first.against === 'plan' ? words.activatedShort : words.signedIn(first.window);
    return [
      {
        name: `${shortened(placeName(first, language), 28)} (${measure})`,
        share: week.share,
        expected: week.expected.value,
      },
    ];
  });
  if (bars.length === 0) return null;
  return {
    ...{ kind: 'bars', title: words.callBars, unit: 'percent' },
    categories: bars.map(({ name }) => name),
    series: [
      { name: words.actual, role: 'ours', values: bars.map(({ share }) => share) },
      { name: words.expected, role: 'plan', values: bars.map(({ expected }) => expected) },
    ],
  };
}
