import { isYes, isYesOrNo } from '../csv/cell-reader.js';
import { namesOf } from '../directory/path-text.js';

/** Of one column, the empty ones included. */
type Cells = readonly string[];

/** More than half of the cells that say something. */
export function mostly(cells: Cells, isOne: (cell: string) => boolean): boolean {
  const told = cells.filter((cell) => cell !== '');
  return told.filter(isOne).length * 2 > told.length;
}

const isDate = (cell: string) => /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\b/.test(cell);
const isAddress = (cell: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell);

/**
 * Names one below the other. With `/` or `\\` only from three names on, none of which looks like a part of a date or of
 * an address: of two it may be ACME\\ada, Sales / Marketing, or the H/F of a post.
 */
function isPath(cell: string): boolean {
  const arrows = namesOf(cell, '>') ?? [];
  if (arrows.length > 1) return true;
  return (['/', '\\'] as const).some((separator) => {
    const names = cell.startsWith('\\\\') ? [] : (namesOf(cell, separator) ?? []);
    return names.length > 2 && names.every((name) => /^\p{L}[^@:.]*$/u.test(name));
  });
}

export const holdsDates = (cells: Cells): boolean => mostly(cells, isDate);
export const holdsAddresses = (cells: Cells): boolean => mostly(cells, isAddress);
/** Nearly every one of somebody else: those of managers come again and again. */
export const holdsOwnAddresses = (cells: Cells): boolean => {
  const told = cells.filter((cell) => cell !== '');
  return holdsAddresses(cells) && new Set(told).size >= told.length * 0.9;
};
export const holdsPaths = (cells: Cells): boolean => mostly(cells, isPath);

/** What else people answer with yes or no. */
const answersElse = /\b(act|enabled|bot|service|cdi|cdd|teletravail|remote|interne|externe)/;

/** Yes or no, and fewer times yes; its name, in plain words, asks nothing else. */
export const holdsManagers = (cells: Cells, name: string): boolean =>
  mostly(cells, isYesOrNo) && cells.filter(isYes).length * 2 < cells.length && !answersElse.test(name);
