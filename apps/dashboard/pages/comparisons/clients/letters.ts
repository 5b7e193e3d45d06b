import { type Client, type Clients } from '#contract/clients.js';
import { type Comparison, type ComparisonSeries } from '#contract/comparison.js';
import { type Sentence } from '#contract/published.js';
import { sideNamed } from '#domain/comparison/side.js';

/** The name by which each organisation leaves the page. */
export type Letters = ReadonlyMap<string, string>;

/** A, B, … Z, AA, AB. */
function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}

/** By the key or the name of each, in the order of the answer: that of the launches. */
export const lettersOf = (clients: readonly Client[], word: string, by: 'slug' | 'name' = 'name'): Letters =>
  new Map(clients.map((client, place) => [client[by], `${word} ${letterOf(place)}`]));

/**
 * Also without the keys of organisations, which stand in a drawing. What an organisation declared may tell which one it is,
 * so its own words leave as `anonymous`.
 */
export function withLetters({ clients, compared, ...rest }: Clients, word: string, anonymous: string): Clients {
  const [nameOf, letters] = [lettersOf(clients, word, 'slug'), lettersOf(clients, word)];
  const sideOf = (slug: string) => ({ key: nameOf.get(slug) ?? '', side: nameOf.get(slug) ?? '' });
  const named = (one: ComparisonSeries) => ({ ...one, ...sideOf(one.key), name: nameOf.get(one.key) ?? '' });
  const at = <T extends { side: string }>(one: T): T => ({
    ...one,
    side: nameOf.get(sideNamed(one.side)?.key ?? '') ?? '',
  });
  const said = (sentence: Sentence) => sentenceWith(sentence, letters, anonymous);
  const hidden = (comparison: Comparison): Comparison => ({
    ...comparison,
    series: comparison.series.map(named),
    ...{ observed: said(comparison.observed), reach: said(comparison.reach), settle: said(comparison.settle) },
    latest: comparison.latest && {
      ...comparison.latest,
      ...{ first: at(comparison.latest.first), second: at(comparison.latest.second) },
      reach: { ...comparison.latest.reach, shock: comparison.latest.reach.shock && anonymous },
    },
  });
  return {
    ...rest,
    clients: clients.map((one) => {
      const name = nameOf.get(one.slug) ?? '';
      return { ...one, slug: name, name, series: one.series && named(one.series) };
    }),
    compared: compared && hidden(compared),
  };
}

const names = ['name', 'nameEn', 'first', 'firstEn', 'second', 'secondEn'];

function sentenceWith({ key, params }: Sentence, letters: Letters, anonymous: string): Sentence {
  const told = Object.entries(params).map(([name, value]) => {
    if (name === 'shock' && value !== '') return [name, anonymous];
    return [name, names.includes(name) ? (letters.get(String(value)) ?? value) : value];
  });
  return { key, params: Object.fromEntries(told) as Sentence['params'] };
}

/** A text that was selected on the page; a name that holds another is met first. */
export function textWith(text: string, letters: Letters): string {
  const known = [...letters.keys()].sort((one, other) => other.length - one.length);
  if (known.length === 0) return text;
  const escaped = known.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const whole = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${escaped.join('|')})(?![\p{L}\p{N}])`, 'gu');
  return text.replaceAll(whole, (name) => letters.get(name) ?? name);
}
