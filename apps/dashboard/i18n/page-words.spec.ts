import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = 'apps/dashboard';
const read = (file: string) => readFileSync(file, 'utf8');
const namesIn = (text: string) => [...text.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name);

/** Words that are there before any page is. */
const first = namesIn(/ns: \[(.*?)\]/s.exec(read(join(root, 'i18n/start.ts')))?.[1] ?? '');

const spokenIn = (file: string) =>
  [...read(file).matchAll(/useTranslation\(\s*(\[[^\]]*\]|'[\w-]+')/g)].map(([, asked = '']) => namesIn(asked));

/** A file with everything of ours that it brings along at once. */
function withParts(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  for (const [, path = ''] of read(file).matchAll(/^(?:import|export) [^;]*?from '(\.[^']+)\.js'/gms)) {
    const part = ['.tsx', '.ts'].map((ending) => join(dirname(file), path + ending)).find((name) => existsSync(name));
    if (part) withParts(part, known);
  }
  return known;
}

const pages = [...read(join(root, 'app/routes.ts')).matchAll(/pageIn\('[^']+', \(\) => import\('(.*?)\.js'\)/g)].map(
  ([, path = '']) => join(root, 'app', `${path}.tsx`),
);

/** What comes late makes React put the whole page away again, and back: once for every name. */
it.each(pages)('%s asks at once for all the words that its parts speak', (page) => {
  const asked = new Set([...first, ...(spokenIn(page)[0] ?? [])]);
  const spoken = [...withParts(page)].flatMap((part) => spokenIn(part).flat());
  expect([...new Set(spoken)].filter((name) => !asked.has(name)).sort()).toEqual([]);
});

it('looks at the pages there are', () => expect(pages.length).toBeGreaterThan(20));
