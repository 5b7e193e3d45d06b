import { type Located } from '../../rejection.js';
import { type Checked } from '../checked.js';

/** Rows as if the first stood on line 2, after a header. */
export const located = <T>(rows: T[]): Located<T>[] => rows.map((row, index) => ({ line: index + 2, row }));
/** What was refused, in short. */
export const told = <T>({ rejections }: Checked<T>) => rejections.map(({ line, id, code }) => [line, id, code]);
export const lines = <T>({ rows }: Checked<T>) => rows.map(({ line }) => line);
