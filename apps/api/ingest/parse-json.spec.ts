import { parseBody } from './parse-json.js';

const parse = (text: string) => parseBody(Buffer.from(text));
const nested = (depth: number, inner = '') => `${'['.repeat(depth)}${inner}${']'.repeat(depth)}`;

describe('a body', () => {
  it('is read as JSON, whatever its texts hold', () => {
    expect(parse('\uFEFF{"a":[1]}')).toEqual({ a: [1] });
    expect(parse(nested(200))).toBeDefined();
    for (const text of ['['.repeat(300), '\\"'.repeat(300) + '['.repeat(300), '\\\\', ']]"'.replace('"', '\\"')])
      expect(parse(`["${text}",${JSON.stringify('{'.repeat(500))}]`)).toHaveLength(2);
    for (const text of ['', '{', '"', '"\\', '[1,]']) expect(parse(text)).toBeUndefined();
  });

  it('is refused where it is deeper than anything sent in earnest, at once', () => {
    const deep = [nested(201), '{"":'.repeat(300), `["\\\\",${nested(200)}]`, '{"]":'.repeat(201), nested(2_000_000)];
    for (const text of deep) expect(() => parse(text)).toThrow('nested');
  });
});
