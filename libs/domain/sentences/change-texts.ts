import { bare } from './number-text.js';
import { type Texts, type Wording } from './wording.js';

type Of = { title: string; titleEn: string; since: string };
type Split = Of & { total: number; apart: number; people: number; behaviour: number; rest: number; digits: number };

export interface ChangeParams {
  'changed.untold': Of;
  'changed.definition': Of;
  'changed.stable': Of;
  'changed.unclear': Of & { low: number; high: number };
  'changed.total': Of & { total: number };
  'changed.split': Split;
}

const partsFr = (p: Split, w: Wording) =>
  told(p, w, [
    ['usages', p.behaviour],
    ['arrivées, départs et changements de lieu', p.people],
    ['lieux nouveaux ou disparus', p.apart],
    ['ce que les effectifs publiés ne disent pas', p.rest],
  ]);
const partsEn = (p: Split, w: Wording) =>
  told(p, w, [
    ['behaviour', p.behaviour],
    ['people who came, went or moved', p.people],
    ['places that are new or gone', p.apart],
    ['what the published counts leave unsaid', p.rest],
  ]);

/** A part that rounds to nothing is not named. */
const told = ({ digits }: Split, w: Wording, parts: [string, number][]) =>
  parts
    .filter(([, share]) => Math.abs(share) >= 0.5 * 10 ** -(digits + 2))
    .map(([name, share]) => `${name} ${w.points(share, digits)}`)
    .join(', ');

/** The number of a report beside the same in its last issue. */
export const changeTexts: Texts<ChangeParams> = {
  'changed.untold': {
    fr: (p, w) => `${p.title} : rien ne s’en compare au ${w.day(p.since)}.`,
    en: (p, w) => `${p.titleEn}: nothing of it compares with ${w.day(p.since)}.`,
  },
  'changed.definition': {
    fr: (p, w) => `${p.title} : compté parmi d’autres personnes qu’au ${w.day(p.since)}, donc pas comparé.`,
    en: (p, w) => `${p.titleEn}: counted among other people than on ${w.day(p.since)}, hence not compared.`,
  },
  'changed.stable': {
    fr: (p, w) => `${p.title} : stable depuis le ${w.day(p.since)}.`,
    en: (p, w) => `${p.titleEn}: stable since ${w.day(p.since)}.`,
  },
  'changed.unclear': {
    fr: (p, w) => `${p.title} : ${w.pointsBetween(p)} depuis le ${w.day(p.since)}, selon ce qui est publié.`,
    en: (p, w) => `${p.titleEn}: ${w.pointsBetween(p)} since ${w.day(p.since)}, by what is published.`,
  },
  'changed.total': {
    fr: (p, w) => `${p.title} : ${moved(p, w, 'en hausse de', 'en baisse de')} depuis le ${w.day(p.since)}.`,
    en: (p, w) => `${p.titleEn}: ${moved(p, w, 'up by', 'down by')} since ${w.day(p.since)}.`,
  },
  'changed.split': {
    fr: (p, w) =>
      `${p.title} : ${moved(p, w, 'en hausse de', 'en baisse de')} depuis le ${w.day(p.since)} (${partsFr(p, w)}).`,
    en: (p, w) => `${p.titleEn}: ${moved(p, w, 'up by', 'down by')} since ${w.day(p.since)} (${partsEn(p, w)}).`,
  },
};

const moved = ({ total }: { total: number }, w: Wording, up: string, down: string) =>
  `${total > 0 ? up : down} ${bare(w.points(total))}`;
