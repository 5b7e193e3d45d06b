import { type FileRejection, type Located } from '../rejection.js';

/** `link`: the row goes in without the link that was refused; `row`: it does not go in at all. */
export interface DirectoryRejection extends FileRejection {
  scope: 'row' | 'link';
}

/** The rows that may go in, in the order of the file, and what was refused. */
export interface Checked<T> {
  rows: Located<T>[];
  rejections: DirectoryRejection[];
}

export interface Finding {
  code: string;
  field: string | null;
  message: string;
}

export function rejectRow(line: number, id: string, finding: Finding): DirectoryRejection {
  return { line, id, ...finding, scope: 'row' };
}

/** Sorts rows by the first thing that is wrong with each. */
export function checkRows<T>(
  rows: readonly Located<T>[],
  idOf: (row: T) => string,
  findProblem: (row: T) => Finding | null,
): Checked<T> {
  const checked: Checked<T> = { rows: [], rejections: [] };
  for (const located of rows) {
    const finding = findProblem(located.row);
    if (finding === null) checked.rows.push(located);
    else checked.rejections.push(rejectRow(located.line, idOf(located.row), finding));
  }
  return checked;
}

export const unknownEntity = (field: string): Finding => ({
  code: 'unknown_entity',
  field,
  message: 'There is no such entity.',
});

export const unknownPerson: Finding = {
  code: 'unknown_person',
  field: 'person_id',
  message: 'There is no such person in the directory.',
};
