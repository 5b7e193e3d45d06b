import { type Language } from '#domain/sentences/language.js';
import { sentence } from '#domain/sentences/sentence.js';
import { partOf } from '../../testing/part-of-zip.js';
import { type DeckFacts, writeDeck } from './deck.js';
import { deckPptx } from './deck-pptx.js';
import { rowsThatFit, sizeFor } from './room.js';
import { committees, facts } from './testing/told-facts.js';

const write = (language: Language = 'fr', told = facts) => deckPptx(writeDeck(told, language), language);
const part = async (bytes: Buffer, name: string) => (await partOf(bytes, name)).toString('utf8');
const pages = (bytes: Buffer) => Promise.all([1, 2, 3, 4, 5].map((page) => part(bytes, `ppt/slides/slide${page}.xml`)));
/** What a chart holds of one series: its points by their place. */
const seriesOf = (chart: string, place: number): Record<string, string> => {
  const values = [...chart.matchAll(/<c:val>([\s\S]*?)<\/c:val>/g)][place]?.[1] ?? '';
  return Object.fromEntries(
    [...values.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(([, at = '', value = '']) => [at, value]),
  );
};

describe('the slides of a committee', () => {
  it('are five, with the sentences of the pages and the scope on each', async () => {
    const french = await pages(await write());
    expect(french[0]).toContain('1. Où en est-on');
    for (const page of french) {
      expect(page).toContain('toute l’organisation');
      expect(page).toContain('jusqu’au 15 novembre 2026');
      expect(page).toContain('données fictives');
    }
    expect(french[0]).toContain('50\u202f%');
    // As Synthèse writes it, which knows two bounds from a middle.
    expect(french[0]).toContain('entre 66\u202f% et 79\u202f%');
    expect(french[4]).toContain('Appeler Lyon');
    expect(french[4]).toContain('en retard');
    const english = (await pages(await write('en'))).join('');
    expect(english).toContain('the whole organisation');
    expect(english).not.toMatch(/COPIL|vague|Réel|Prévu/);
  });

  it('hold charts with their numbers: gaps stay gaps, and what no share is told of has no bar', async () => {
    const bytes = await write();
    const curve = await part(bytes, 'ppt/charts/chart1.xml');
    expect([seriesOf(curve, 0), seriesOf(curve, 1)]).toEqual([
      { 0: '0.45', 1: '0.5' },
      { 0: '0.55', 1: '0.6', 2: '0.7' },
    ]);
    // In the order of the format: PowerPoint repairs a file that has them otherwise.
    expect(curve).toMatch(/<c:tickLblSkip val="\d+"\/>\s*<c:noMultiLvlLbl/);
    const weeks = /<c:cat>[\s\S]*?<c:ptCount val="(\d+)"/.exec(curve)?.[1];
    const skip = /<c:tickLblSkip val="(\d+)"/.exec(curve)?.[1];
    expect(Number(weeks) / Number(skip)).toBeLessThanOrEqual(8);
    const waves = await part(bytes, 'ppt/charts/chart2.xml');
    // Forty people are told in people, with a word for the share; nearly all is no share.
    expect(seriesOf(waves, 0)).toEqual({ 0: '0.45' });
    expect(waves).not.toMatch(/Presque tous|Petite/);
    expect((await pages(bytes))[1]).toContain('Presque tous');
    expect(seriesOf(await part(bytes, 'ppt/charts/chart3.xml'), 0)).toEqual({ 0: '4.2' });
    await partOf(bytes, 'ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx');
  });

  it('take what somebody wrote as text, wherever it stands', async () => {
    const bytes = await write();
    const notes = await part(bytes, 'ppt/notesSlides/notesSlide5.xml');
    const texts = [
      ...(await pages(bytes)),
      notes,
      await part(bytes, 'ppt/charts/chart2.xml'),
      await part(bytes, 'docProps/core.xml'),
    ];
    for (const text of texts) {
      expect(text).not.toContain('<img');
      expect(text).not.toContain('\u0001');
    }
    expect(texts.join('')).toContain('&lt;img src=x onerror=alert(1)&gt;');
    const sheet = await partOf(bytes, 'ppt/embeddings/Microsoft_Excel_Worksheet2.xlsx');
    expect((await partOf(sheet, 'xl/worksheets/sheet1.xml')).toString()).not.toContain('<f>');
    expect(await part(bytes, 'ppt/slides/_rels/slide2.xml.rels')).not.toContain('External');
  });

  it('are the same bytes however many others were made before', async () => {
    jest.useFakeTimers({
      now: 1_795_000_000_000,
      doNotFake: ['setImmediate', 'nextTick', 'setTimeout', 'queueMicrotask'],
    });
    const [first] = [await write(), await write('en')];
    const again = await write();
    jest.useRealTimers();
    expect(again.equals(first)).toBe(true);
  });

  it('say so where nothing is published and nothing was decided', async () => {
    const { summary, rollout } = facts;
    const empty: DeckFacts = {
      ...facts,
      summary: {
        ...summary,
        week: null,
        freshness: null,
        numbers: [],
        curve: [],
        sentence: sentence('rollout.unpublished', {}),
      },
      rollout: { ...rollout, week: null, waves: [], sentence: sentence('rollout.unpublished', {}) },
      committees: { ...committees, committees: [{ ...committees.committees[0]!, items: [] }] },
    };
    const texts = await pages(await write('fr', { ...empty, committee: empty.committees.committees[0]! }));
    expect(texts[0]).toContain('Rien n’est encore publié');
    expect(texts[1]).toContain('Aucune vague n’est déclarée');
    expect(texts[4]).toContain('Aucune décision n’est demandée');
    expect(texts[4]).toContain('Rien n’a encore été décidé');
  });
});

describe('the room of a page', () => {
  it('holds rows until they are too many, and leaves room to say so', () => {
    const rows = Array.from({ length: 40 }, (_, place) => [
      `Site ${place}`,
      'Une phrase assez longue pour deux lignes ici',
    ]);
    const { shown, left } = rowsThatFit(['Site', 'Constat'], rows, [2, 2], { height: 3, size: 12 });
    expect(shown.length + left).toBe(40);
    expect(shown.length).toBeGreaterThan(2);
    expect(rowsThatFit(['Site', 'Constat'], rows.slice(0, 2), [2, 2], { height: 3, size: 12 }).left).toBe(0);
  });

  it('gives a long sentence smaller letters', () => {
    expect(sizeFor('Court', 12, 1.1, [24, 20, 14])).toBe(24);
    expect(sizeFor('Une phrase. '.repeat(30), 12, 1.1, [24, 20, 14])).toBe(14);
  });
});
