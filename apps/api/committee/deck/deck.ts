import { type Animation } from '#contract/animation.js';
import { type Committee, type Committees } from '#contract/committees.js';
import { type FollowUp } from '#contract/follow-up.js';
import { type Rollout } from '#contract/rollout.js';
import { type Summary } from '#contract/summary.js';
import { dayText } from '#domain/sentences/day-text.js';
import { type Language } from '#domain/sentences/language.js';
import { type Figure } from '#report/figures.js';
import { callsSlide } from './calls-slide.js';
import { decisionsSlide } from './decisions-slide.js';
import { deckWords } from './deck-words.js';
import { wavesSlide } from './waves-slide.js';
import { whereSlide } from './where-slide.js';
import { workedSlide } from './worked-slide.js';

/** What the pages answer on the day on which the slides are made; nothing is counted again. */
export interface DeckFacts {
  organization: { name: string; isInvented: boolean };
  committee: Committee;
  committees: Committees;
  summary: Summary;
  rollout: Rollout;
  followUp: FollowUp;
  animation: Animation;
}

/** `null` is a gap, drawn as one. */
export interface DeckSeries {
  name: string;
  role: 'ours' | 'plan';
  values: readonly (number | null)[];
}

export interface DeckChart {
  kind: 'line' | 'bars';
  title: string;
  unit: 'percent' | 'points';
  categories: readonly string[];
  series: readonly DeckSeries[];
}

export interface DeckTable {
  title: string;
  head: readonly string[];
  /** Shares of the width. */
  widths: readonly number[];
  rows: readonly (readonly string[])[];
  /** Said in the place of rows where there are none. */
  none: string;
  /** What is said of `count` rows that found no room. */
  more: (count: number) => string;
}

/** One page: what is found, then its numbers, its picture and its rows. */
export interface Slide {
  page: string;
  finding: string;
  /** A second sentence, quieter. */
  beside?: string;
  figures?: readonly Figure[];
  chart?: DeckChart | null;
  tables?: readonly DeckTable[];
  /** What the figures of this page mean. */
  definitions: readonly string[];
}

export interface Deck {
  title: string;
  /** Of whom, through which day, for which committee: printed on every page. */
  scope: string;
  slides: readonly Slide[];
}

/** The five pages, from what the pages of the dashboard say. */
export function writeDeck(facts: DeckFacts, language: Language): Deck {
  const words = deckWords[language];
  const { organization, committee, summary } = facts;
  const day = dayText(committee.heldOn, language, 'long');
  const through = summary.freshness && dayText(summary.freshness.through, language, 'long');
  const scope = [
    organization.name,
    words.whole,
    through === null ? words.unpublished : words.through(through, summary.freshness?.provisional ?? false),
    words.committeeOf(day),
    ...(organization.isInvented ? [words.invented] : []),
  ];
  return {
    title: `${words.committeeOf(day)} · ${organization.name}`,
    scope: scope.join(' · '),
    slides: [whereSlide, wavesSlide, callsSlide, workedSlide, decisionsSlide].map((write) => write(facts, language)),
  };
}
