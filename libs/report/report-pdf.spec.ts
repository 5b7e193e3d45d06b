import { type Language } from '#domain/sentences/language.js';
import { comparisonPart } from './comparison-part.js';
import { exemplarityPart } from './exemplarity-part.js';
import { rateText } from './figures.js';
import { reportPdf } from './pdf/report-pdf.js';
import { type Printing, reportOf } from './printed.js';
import { rolloutPart } from './rollout-part.js';
import { summaryPart } from './summary-part.js';
import { pdfDrawing, pdfText } from './testing/pdf-text.js';
import {
  comparison,
  exemplarity,
  freshness,
  hostile,
  printing,
  rollout,
  sheet,
  summary,
} from './testing/told-board.js';

const inLanguage = (language: Language): Printing => ({ ...printing, language });
const printed = (by: Printing, facts = sheet) =>
  reportPdf(reportOf(by, facts.summary.freshness, [summaryPart(facts, by)]), { onOne: true });

describe('Synthèse on paper', () => {
  it('says on one page what the page says, and of what day', async () => {
    const [text = '', ...more] = pdfText(await printed(printing));
    expect(more).toEqual([]);
    for (const said of [
      ...[
        'Le déploiement a 12 jours de retard',
        'La suite\u202f: Asie, dont l’ouverture est prévue le 7 décembre 2026.',
      ],
      ...['50\u202f%', '300 sur 600', '12 jours de retard', 'entre 66\u202f% et 79\u202f%', 'regroupé'],
      ...['Réel 50\u202f%', 'Prévu', '7 sept. 2026\u202f: Europe\u202f: ouverture', 'COPIL\u202f: Ouvrir l’Asie'],
      ...['Acmé · toute l’organisation', 'semaine du 9 nov. au 15 novembre 2026', 'calculés le 17 novembre 2026'],
    ])
      expect(text.replaceAll('\u00a0', ' ')).toContain(said.replaceAll('\u00a0', ' '));
    expect(text).not.toContain('.,');
    // The three gravest, and no date from before the curve.
    expect(text).not.toMatch(/Vague 4|Avant la courbe/);
    expect(text).toContain(hostile.replace('\u0001', ''));
  });

  it('speaks English to whoever reads that', async () => {
    const text = pdfText(await printed(inLanguage('en'))).join();
    expect(text).toContain('the whole organisation');
    expect(text).not.toMatch(/COPIL|Prévu|Réel|sur 600|décid/);
  });

  it('names the one entity that it is about', async () => {
    const text = pdfText(await printed({ ...printing, place: 'Lyon' })).join();
    expect(text).toContain('Acmé · Lyon');
    expect(text).not.toContain('toute l’organisation');
  });

  it('stays on one page however much there is to say', async () => {
    const much = 'Une décision longue, que quelqu’un a écrite sans se retenir. '.repeat(8);
    const asked = [1, 2, 3].map(() => ({ text: much, heldOn: '2026-12-07' }));
    const pages = pdfText(await printed(printing, { ...sheet, asked }));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('1 / 1');
  });

  it('is the same bytes of the same publication', async () => {
    const [one, other] = [await printed(printing), await printed(printing)];
    expect(one.equals(other)).toBe(true);
  });

  it('says so where nothing is published yet', async () => {
    const empty = { ...summary, week: null, freshness: null, numbers: [], curve: [], attention: [] };
    const text = pdfText(await printed(printing, { ...sheet, summary: empty })).join();
    expect(text).toContain('rien n’est encore publié');
  });
});

describe('Déploiement on paper', () => {
  const part = rolloutPart({ rollout, annotations: sheet.annotations }, printing);

  it('has every site, its table under its head on each page, and pages that are counted', async () => {
    const pages = pdfText(await reportPdf(reportOf(printing, freshness, [part])));
    expect(pages.length).toBeGreaterThan(2);
    for (const [place, text] of pages.entries()) expect(text).toContain(`${place + 1} / ${pages.length}`);
    const all = pages.join(' ');
    for (const { name } of rollout.sites) expect(all).toContain(`${name} Europe`);
    for (const text of pages.slice(1, -1)) expect(text).toContain('Site Vague Ouverture Effectif');
  });

  it('has a bar only of what one share is told', () => {
    const [, bars] = part.charts;
    expect(bars).toMatchObject({ kind: 'bars', bars: [{ label: 'Europe', value: 0.45, mark: 0.9 }] });
    expect(part.tables[0]?.rows[1]?.[3]).toContain('10 à 12 personnes');
  });

  it('draws the interval for experts alone', () => {
    const bandOf = (level: Printing['level']) => {
      const [chart] = rolloutPart({ rollout, annotations: [] }, { ...printing, level }).charts;
      return chart?.kind === 'line' ? chart.lines.map(({ points }) => points.some(({ low }) => low != null)) : [];
    };
    expect([bandOf('simple'), bandOf('expert')]).toEqual([
      [false, false],
      [false, true],
    ]);
  });
});

describe('Exemplarité on paper', () => {
  it('has no bar of a level that is told to be at most so many, and its row all the same', async () => {
    const part = exemplarityPart({ exemplarity, houseWords: {} }, printing);
    expect(part.charts).toMatchObject([{ kind: 'bars', bars: [{ label: 'Niveau 1', value: 0.5 }] }]);
    const told = rateText(exemplarity.levels[1]!.daily, 'fr');
    expect(told).toMatch(/au plus/);
    expect(part.tables[0]?.rows[1]).toEqual(['Niveau 2', '80', told, told, told]);
    const [text = ''] = pdfText(await reportPdf(reportOf(printing, freshness, [part])));
    expect(text.replaceAll('\u00a0', ' ')).toContain(told.replaceAll('\u00a0', ' '));
  });
});

describe('Comparaisons on paper', () => {
  const part = comparisonPart(comparison, printing);

  it('draws both sides with the interval of their sites, from the week in which the first is told', () => {
    const [chart] = part.charts;
    if (chart?.kind !== 'line') throw new Error('no lines');
    expect(chart.ticks.map(({ label }) => label)).toEqual(['6', '7', '8', '9', '10']);
    expect(chart.lines.map(({ points }) => [points[0]?.x, points[0]?.low, points[0]?.high])).toEqual([
      [6, 0.3, 0.6],
      [8, 0.3, 0.6],
      [9, undefined, undefined],
    ]);
  });

  it('draws a band only of them', async () => {
    const bands = async (series: typeof comparison.series) => {
      const report = reportOf(printing, freshness, [comparisonPart({ ...comparison, series }, printing)]);
      // A band is the one shape that is filled with what lies below it shining through.
      return pdfDrawing(await reportPdf(report)).match(/\/Gs\d+ gs/g)?.length;
    };
    expect(await bands(comparison.series)).toBe(2);
    expect(await bands(comparison.series.slice(0, 1))).toBe(1);
  });

  it('tells every week of both below', () => {
    const [table] = part.tables;
    expect(table?.title).toBe('Semaine par semaine');
    expect(table?.rows.map(([week]) => week)).toEqual(['6', '7', '8', '9', '10']);
  });
});
