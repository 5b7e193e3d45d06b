import { z } from 'zod';
import { Parse } from './parse.js';

const parse = new Parse(z.record(z.string(), z.unknown()));

/** `inner` so many objects deep. */
function nested(depth: number, inner: unknown): Record<string, unknown> {
  let value: unknown = inner;
  for (let level = 0; level < depth; level++) value = { a: value };
  return { top: value };
}

test('what a shape leaves open may be as deep as it came', () => {
  const deep = nested(50_000, 'text');
  expect(parse.transform(deep)).toHaveProperty('top.a.a');
});

test.each([
  ['half a character', '\uD83D'],
  ['a NUL', 'a\0b'],
])('%s is named by its field, never by its content', (_, text) => {
  const errors = [{ field: 'top.a.a.1.b', code: 'bad_encoding', message: 'The text is not valid UTF-8.' }];
  const refused = expect.objectContaining({ code: 'invalid_request', status: 400, details: { errors } }) as Error;
  expect(() => parse.transform(nested(2, ['fine', { b: text }]))).toThrow(refused);
});
