import { type Day } from '../calendar/day.js';
import { type Module } from '../declared/modules.js';
import { type EventKind } from '../events/kind.js';
import { type CountryGate } from '../purpose/purpose-gate.js';
import { type UnsaidCountry } from '../purpose/unsaid-countries.js';
import { type Language } from '../sentences/language.js';
import { type DirectoryPart } from './directory-parts.js';
import { councilEnglish } from './council-en.js';
import { councilFrench } from './council-fr.js';
import { impactEnglish } from './impact-en.js';
import { impactFrench } from './impact-fr.js';
import { noticeEnglish } from './notice-en.js';
import { noticeFrench } from './notice-fr.js';

/** How an organisation is set up today: what every document is written from. */
export interface DossierFacts {
  organization: string;
  /** What the house calls its network; null = no word of its own. */
  network: string | null;
  on: Day;
  k: number;
  /** The smaller number that closed weeks were told with, which keep their groups; null = none was. */
  closedWith: number | null;
  bands: boolean;
  /** For how long raw events are kept. */
  rawMonths: number;
  countries: readonly CountryGate[];
  /** Heads of the tree of which nobody said the country: what is asked for there is not known. */
  unsaid: readonly Pick<UnsaidCountry, 'path'>[];
  /** First day of the acts that are counted; null = none came yet. */
  actsSince: Day | null;
  modules: readonly { module: Module; declaredOn: Day | null }[];
  /** kinds: what the source has told so far; empty = nothing yet. */
  sources: readonly { name: string; kind: 'http' | 'file' | 'pull'; kinds: readonly EventKind[] }[];
  /** What the directory really said of people; null = none came yet, or nobody noted it. */
  directory: readonly DirectoryPart[] | null;
  /** Accounts that may open the organisation, by role. */
  roles: readonly { role: string; accounts: number }[];
  /** Null before the first publication. */
  mask: MaskFacts | null;
}

/** What the mask makes of the tree of the last published week: headcounts alone. */
export interface MaskFacts {
  week: Day;
  people: number;
  /** Sets that are not divided, and the smallest of them. */
  cells: number;
  smallestCell: number;
  /** Entities that are shown on their own, of all. */
  shown: number;
  entities: number;
}

export type Block =
  | { type: 'text'; text: string }
  | { type: 'list'; items: readonly string[] }
  | { type: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] };

export interface DossierDocument {
  title: string;
  subtitle: string;
  sections: readonly { heading: string; blocks: readonly Block[] }[];
}

export const dossiers = ['works-council', 'impact-assessment', 'employee-notice'] as const;
export type DossierName = (typeof dossiers)[number];

const written: Record<DossierName, Record<Language, (facts: DossierFacts) => DossierDocument>> = {
  'works-council': { fr: councilFrench, en: councilEnglish },
  'impact-assessment': { fr: impactFrench, en: impactEnglish },
  'employee-notice': { fr: noticeFrench, en: noticeEnglish },
};

/** The document as it stands with these settings. What Essor cannot know is left to be filled in, between brackets. */
export function writeDossier(name: DossierName, facts: DossierFacts, language: Language): DossierDocument {
  return written[name][language](facts);
}
