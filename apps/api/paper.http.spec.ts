import { type z } from 'zod';
import { Comparison } from '#contract/comparison.js';
import { Exemplarity } from '#contract/exemplarity.js';
import { IndicatorRows } from '#contract/indicators.js';
import { Organization } from '#contract/organization.js';
import { type Measured } from '#contract/published.js';
import { Rollout } from '#contract/rollout.js';
import { Summary } from '#contract/summary.js';
import { indicatorOf, indicatorKeys } from '#domain/indicators/catalogue.js';
import { noteTexts } from '#domain/indicators/notes.js';
import { type Language } from '#domain/sentences/language.js';
import { placeName } from '#domain/sentences/place-name.js';
import { say } from '#domain/sentences/say.js';
import { type Sentence } from '#domain/sentences/sentence.js';
import { figureWords } from '#report/figure-words.js';
import { pdfText } from '#report/testing/pdf-text.js';
import { reportWords } from '#report/report-words.js';
import { formatsIn } from '../dashboard/i18n/use-format.js';
import { write } from '../dashboard/ui/measured.js';
import { createHouseServer, type HouseServer } from './testing/cases/house-server.js';
import { partOf } from './testing/part-of-zip.js';

/** Each file says the numbers of its page: what the API answers, written by what the pages write with. */

let house: HouseServer;
beforeAll(async () => {
  house = await createHouseServer();
}, 60_000);
afterAll(() => house.server.close());

const ask = (path: string) =>
  house.server.app.inject({
    ...{ method: 'GET', url: `/v1/organizations/house${path}`, headers: house.headers },
  });

async function read<T>(path: string, shape: z.ZodType<T>): Promise<T> {
  const answer = await ask(path);
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return shape.parse(answer.json());
}

/** Lines break anywhere, and no-break spaces are a matter of the typeface. */
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

/** A row of a table, cell by cell. */
type Row = readonly string[];
interface Told {
  /** Each stands in the file as it stands here. */
  rows: readonly Row[];
  /** Every answer of the page: its sentences hold numbers as well. */
  answers: readonly unknown[];
}

/** As a page writes a share: value, and its people where the value does not say them. */
function shown(measured: Measured | undefined, language: Language): Row {
  const format = formatsIn(language);
  if (!measured) return [figureWords[language].masked];
  const { value, people, masked, unmeasurable } = write(measured, 'percent', format);
  if (masked) return [figureWords[language].masked, masked];
  return [value ?? '–', ...[people ?? unmeasurable ?? []].flat()];
}

/** In a cell: people in brackets, reasons left to the figures. */
function cell(measured: Measured | undefined, language: Language): string {
  const [value = '', people] = shown(measured, language);
  return people && measured?.shown === 'value' ? `${value} (${people})` : value;
}

const shares = ['daily', 'weekly', 'posting'] as const;

/** What the page of each board shows, from the answers that it reads. */
const boards: Record<string, (filters: string, language: Language) => Promise<Told>> = {
  async summary(filters, language) {
    const summary = await read(`/summary${filters}`, Summary);
    return { rows: summary.numbers.map(({ now }) => shown(now, language)), answers: [summary] };
  },
  async rollout(filters, language) {
    const format = formatsIn(language);
    const rollout = await read(`/rollout${filters}`, Rollout);
    const { total, waves, sites } = rollout;
    return {
      rows: [
        ...(total ? [shown(total.activation, language), [format.number(total.entities.opened)]] : []),
        ...waves.map(({ activation, plannedShare, sentence }) => [
          `${plannedShare === null ? '–' : format.percent(plannedShare)} ${cell(activation, language)}`,
          say(sentence, language),
        ]),
        ...sites.map(({ headcount, activation }) => [`${format.number(headcount)} ${cell(activation, language)}`]),
      ],
      answers: [rollout],
    };
  },
  async entities(filters, language) {
    const format = formatsIn(language);
    const { nodes } = await read(filters, Organization);
    const to = filters.replace('?week=', '&to=');
    const { rows } = await read(`/indicators?keys=K08,K03b,K20&by=entity&latest=true${to}`, IndicatorRows);
    const of = (place: string, key: string) =>
      rows.find(({ slice, indicator }) => slice === place && indicator === key);
    return {
      rows: nodes.map((node) => [
        placeName(node, language),
        [format.number(node.headcount), ...['K08', 'K03b', 'K20'].map((key) => cell(of(node.key, key), language))].join(
          ' ',
        ),
      ]),
      answers: [rows],
    };
  },
  async exemplarity(filters, language) {
    const format = formatsIn(language);
    const exemplarity = await read(`/exemplarity${filters}`, Exemplarity);
    const { overall, levels, others } = exemplarity;
    return {
      rows: [
        ...(exemplarity.managersShare === null ? [] : [[format.percent(exemplarity.managersShare)]]),
        ...[overall, ...levels, others].flatMap((level) =>
          level
            ? [
                [
                  [
                    level.people ? format.range(level.people) : figureWords[language].masked,
                    ...shares.map((share) => cell(level[share], language)),
                  ].join(' '),
                ],
              ]
            : [],
        ),
      ],
      answers: [exemplarity],
    };
  },
  async comparison(filters, language) {
    const comparison = await read(`/comparison${filters}`, Comparison);
    const { series, latest, observed, settle } = comparison;
    return {
      rows: [
        [say(observed, language), say(settle, language)],
        ...(latest ? [latest.first, latest.second] : []).flatMap(({ rate, betweenSites }) => {
          const { interval } = write({ ...rate, ...betweenSites }, 'percent', formatsIn(language));
          return [shown(rate, language), interval ? [interval.low, interval.high] : []];
        }),
        ...series.flatMap(({ points }) => points.map((point) => [cell(point, language)])),
      ],
      answers: [comparison],
    };
  },
};

/** All sentences anywhere in an answer. */
function sentencesIn(answer: unknown): Sentence[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const own = 'key' in answer && 'params' in answer ? [answer as Sentence] : [];
  return [...own, ...Object.values(answer).flatMap(sentencesIn)];
}

const percentages = (text: string) => plain(text).match(/\d+(?:[.,]\d+)? ?%/g) ?? [];
const written = (words: unknown): string[] =>
  typeof words === 'string' ? [words] : typeof words === 'object' && words ? Object.values(words).flatMap(written) : [];

/** What a board may say in per cent beside its figures: the steps of its axes, and what its definitions say. */
const standing = (language: Language): string[] => [
  ...[0.2, 0.4, 0.6, 0.8, 1].flatMap((top) =>
    [0, 0.25, 0.5, 0.75, 1].map((step) => plain(formatsIn(language).percent(step * top))),
  ),
  ...[...written(reportWords[language]), ...written(figureWords[language])].flatMap(percentages),
  ...indicatorKeys.flatMap((key) => percentages(indicatorOf(key).meaning[language])),
  ...Object.values(noteTexts).flatMap((note) => percentages(note[language])),
];

const weeks = ['', '?week=2026-04-12'];
const cases = Object.keys(boards).flatMap((board) =>
  (['fr', 'en'] as const).flatMap((language) => weeks.map((week) => ({ board, language, week }))),
);

test.each(cases)(
  '$board in $language, $week: the sheet tells the numbers of the page, and none beside',
  async ({ board, language, week }) => {
    const told = await boards[board]!(week, language);
    const level = language === 'fr' ? 'simple' : 'expert';
    const file = await ask(`/${board}.pdf${week}${week ? '&' : '?'}language=${language}&level=${level}`);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/pdf']);
    const text = plain(pdfText(file.rawPayload).join(' '));
    for (const row of told.rows) for (const part of row) expect(text).toContain(plain(part));
    const known = new Set([
      ...standing(language),
      ...told.rows.flat().flatMap(percentages),
      ...told.answers.flatMap(sentencesIn).flatMap((sentence) => percentages(say(sentence, language))),
    ]);
    expect(percentages(text).filter((one) => !known.has(one))).toEqual([]);
  },
);

test.each(['fr', 'en'] as const)('the slides in %s tell the numbers of Synthèse and Déploiement', async (language) => {
  const body = { heldOn: '2026-06-01', participants: [] };
  const url = '/v1/organizations/house/committees';
  const { app } = house.server;
  const made = await app.inject({ method: 'POST', url, headers: house.headers, payload: body });
  const deck = await ask(`/committees/${made.json<{ id: string }>().id}/deck?language=${language}`);
  const slides = await Promise.all(
    [1, 2].map(async (page) => {
      const xml = (await partOf(deck.rawPayload, `ppt/slides/slide${page}.xml`)).toString('utf8');
      const texts = [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => text);
      return plain(texts.join(' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
    }),
  );
  const [summary, rollout] = [await read('/summary', Summary), await read('/rollout', Rollout)];
  for (const { now } of summary.numbers)
    for (const part of shown(now, language)) expect(slides[0]).toContain(plain(part));
  const format = formatsIn(language);
  for (const { name, plannedShare, activation } of rollout.waves) {
    const expected = plannedShare === null ? '–' : format.percent(plannedShare);
    expect(slides[1]).toContain(plain(`${name} ${expected} ${cell(activation, language)}`));
  }
});
