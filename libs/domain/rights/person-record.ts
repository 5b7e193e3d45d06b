import { type Block, type DossierDocument } from '../dossier/dossier.js';
import { type Day } from '../calendar/day.js';
import { dayText } from '../sentences/day-text.js';
import { type Language } from '../sentences/language.js';
import { columnTexts, populationText, recordTexts, sectionTexts } from './person-record-texts.js';

/** What is stored of one person, table by table, in the order in which it is told. */
export const recordSections = [
  'names',
  'directory',
  'mandates',
  'waves',
  'actions',
  'reports',
  'groups',
  'provider',
  'events',
  'addressed',
  'days',
  'weeks',
  'firsts',
  'cells',
  'group_weeks',
  'memberships',
  'threads',
  'answers',
  'messages',
  'exchanges',
  'proposals',
  'written',
  'refused',
  'account',
] as const;
export type RecordSection = (typeof recordSections)[number];

type Cell = string | number | boolean | null | readonly string[];
export type RecordRow = Record<string, Cell>;

/** Article 15 of the GDPR: everything about one person, and nothing about another. */
export interface PersonRecord {
  organization: string;
  on: Day;
  sections: Record<RecordSection, readonly RecordRow[]>;
}

/** The record to read and to print; a section that holds nothing says so. */
export function writeRecord({ organization, on, sections }: PersonRecord, language: Language): DossierDocument {
  const words = recordTexts[language];
  return {
    title: words.title,
    subtitle: `${organization} · ${dayText(on, language, 'long')}`,
    sections: [
      { heading: words.aboutHeading, blocks: [{ type: 'list', items: words.about }] },
      ...recordSections.map((section) => ({
        heading: sectionTexts[section][language],
        blocks: [blockOf(sections[section], language)],
      })),
    ],
  };
}

function blockOf(rows: readonly RecordRow[], language: Language): Block {
  const words = recordTexts[language];
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return { type: 'text', text: words.nothing };
  return {
    type: 'table',
    head: columns.map((column) => columnTexts[column]?.[language] ?? column),
    rows: rows.map((row) => columns.map((column) => told(column, row[column] ?? null, language))),
  };
}

function told(column: string, cell: Cell, language: Language): string {
  if (cell === null || cell === '') return '–';
  if (column === 'populations' && typeof cell === 'object')
    return cell.map((population) => populationText(population, language)).join(', ');
  if (typeof cell === 'boolean') return recordTexts[language][cell ? 'yes' : 'no'];
  return String(cell);
}
