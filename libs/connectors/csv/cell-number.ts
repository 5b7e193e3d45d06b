import { CellError } from './cell-error.js';

const largest = 2_147_483_647;

export function asCount(column: string, text: string): number {
  if (/^\d{1,10}$/.test(text) && Number(text) <= largest) return Number(text);
  throw new CellError('bad_number', column, 'This is a whole number, not negative.');
}

/** With a point or a comma before its decimals. */
export function asAmount(column: string, text: string): number {
  if (/^\d{1,15}([.,]\d{1,6})?$/.test(text)) return Number(text.replace(',', '.'));
  throw new CellError('bad_number', column, 'This is a number, not negative, without a thousands separator.');
}

export function asShare(column: string, text: string, code: string): number {
  const share = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  if (!(share <= 1)) throw new CellError(code, column, 'A share is a number from 0 to 1.');
  return share;
}
