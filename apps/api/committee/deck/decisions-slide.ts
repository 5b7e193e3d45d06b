import { type Committee, type CommitteeItem } from '#contract/committees.js';
import { committeeSentence, lastCommittee } from '#domain/committee/committee.js';
import { dayText } from '#domain/sentences/day-text.js';
import { type Language } from '#domain/sentences/language.js';
import { say } from '#domain/sentences/say.js';
import { type DeckFacts, type DeckTable, type Slide } from './deck.js';
import { deckWords } from './deck-words.js';

/** What is asked now, beside what became of what was decided before. */
export function decisionsSlide(facts: DeckFacts, language: Language): Slide {
  const words = deckWords[language];
  const { committees, committee } = facts;
  const last = lastCommittee(committees.committees, committee.heldOn);
  return {
    page: words.pages.decisions,
    finding: say(committeeSentence(committees.committees, committees.today, committee.heldOn), language),
    tables: [askedTable(facts, language), becameTable(facts, last, language)],
    definitions: [words.lateDefinition],
  };
}

const dayOf = (day: string | null, language: Language) => (day === null ? '–' : dayText(day, language, 'medium'));

/** Decisions put down for this committee and those still asked of earlier ones; without any, what the figures ask. */
function askedTable({ committees, committee, summary }: DeckFacts, language: Language): DeckTable {
  const words = deckWords[language];
  const asked = committees.committees
    .filter(({ heldOn }) => heldOn <= committee.heldOn)
    .flatMap(({ items }) => items.filter(({ state }) => state === 'asked'));
  const shared = { more: (count: number) => words.moreItems(count), none: words.nothingAsked };
  if (asked.length === 0 && summary.attention.length > 0)
    return {
      ...{ ...shared, title: words.figuresAsk, head: [words.what], widths: [1] },
      rows: summary.attention.map((point) => [say(point, language)]),
    };
  return {
    ...{ ...shared, title: words.asked, head: [words.what, words.who, words.by], widths: [0.5, 0.26, 0.24] },
    rows: asked.map(({ text, owner, dueOn }) => [text, owner ?? '–', dayOf(dueOn, language)]),
  };
}

/** Of the last committee all, of earlier ones what is still open, and what was decided at gates since. */
function becameTable({ committees, committee }: DeckFacts, last: Committee | null, language: Language): DeckTable {
  const words = deckWords[language];
  const taken = (last?.items ?? []).filter(({ state }) => state !== 'asked');
  const older = committees.committees
    .filter(({ heldOn, id }) => heldOn < committee.heldOn && id !== last?.id)
    .flatMap(({ items }) => items.filter(({ state }) => state === 'open'));
  const gates = committees.gates.filter(({ decidedOn: day }) => {
    return last !== null && day >= last.heldOn && day <= committee.heldOn;
  });
  const state = (item: CommitteeItem) =>
    item.isLate
      ? words.late
      : item.settledOn === null
        ? words.open
        : words.settled[item.state === 'done' ? 'done' : 'dropped'](dayText(item.settledOn, language, 'short'));
  return {
    ...{ title: last === null ? words.became : words.becameSince(dayText(last.heldOn, language, 'long')) },
    ...{ head: [words.what, words.who, words.state], widths: [0.46, 0.29, 0.25], none: words.nothingDecided },
    rows: [
      ...[...taken, ...older].map((item) => [item.text, item.owner ?? '–', state(item)]),
      ...gates.map(({ waveName, decision, decidedOn }) => [
        words.gate[decision](waveName),
        '–',
        words.decidedOn(dayText(decidedOn, language, 'short')),
      ]),
    ],
    more: (count) => words.moreItems(count),
  };
}
