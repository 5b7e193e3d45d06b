import { type ImportPreview } from '#contract/import-preview.js';
import { isBeingRead } from './being-read.js';

const file = {} as File;
const seen = {} as ImportPreview;
const quiet = { file, seen, look: { isPending: false, isError: false }, words: { isFetching: false } };

test('a file is being read until its columns and its words of kinds are known', () => {
  expect(isBeingRead({ ...quiet, seen: null, look: { isPending: true, isError: false } })).toBe(true);
  // Between two looks, the second with what the first suggested.
  expect(isBeingRead({ ...quiet, seen: null })).toBe(true);
  expect(isBeingRead({ ...quiet, look: { isPending: true, isError: false } })).toBe(true);
  expect(isBeingRead({ ...quiet, words: { isFetching: true } })).toBe(true);
  expect(isBeingRead(quiet)).toBe(false);
});

test('without a file nothing is read, and what cannot be looked at is not waited for', () => {
  expect(isBeingRead({ ...quiet, file: null, seen: null })).toBe(false);
  expect(isBeingRead({ ...quiet, seen: null, look: { isPending: false, isError: true } })).toBe(false);
});
