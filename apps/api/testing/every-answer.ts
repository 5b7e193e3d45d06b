import { createHash } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { pdfDrawing, pdfText } from '#report/testing/pdf-text.js';
import { type OpenApi } from '../http/openapi.js';
import { addressesOf, type Values } from './crawl.js';
import { partOf } from './part-of-zip.js';
import { type TestServer } from './test-server.js';

type App = TestServer['app'];
type Headers = Record<string, string>;

export interface Caller {
  name: string;
  headers: Headers;
  /** With every value of every parameter, and every document as a PDF too. */
  asksAll?: boolean;
}

const isLog = (url: string) => /audit|disclosures/.test(url);
const isPdf = (url: string) => (url.includes('/dossiers/') && url.includes('format=pdf')) || isBoard(url);
const isBoard = (url: string) => /\.pdf(\?|$)/.test(url);

/** Every answer of every GET route to every caller, by caller and address. */
export async function everyAnswer(app: App, callers: readonly Caller[], values: Values): Promise<Map<string, string>> {
  const openApi = (await app.inject({ method: 'GET', url: '/v1/openapi.json' })).json<OpenApi>();
  const { plain, varied } = addressesOf(openApi, values);
  // A PDF takes half a second and says what the other file of the same document says, or its page: whoever asks for all asks
  // for it, a document in each language.
  const few = plain.filter((url) => !isPdf(url));
  const all = [...plain, ...varied.filter((url) => !isBoard(url))];
  const asked = callers.flatMap((caller) => (caller.asksAll ? all : few).map((url) => ({ ...caller, url })));
  const said = new Map<string, string>();
  // What tells who read what comes first: it would tell when.
  for (const { name, headers, url } of asked.sort((a, b) => Number(isLog(b.url)) - Number(isLog(a.url)))) {
    const answer = await app.inject({ method: 'GET', url, headers });
    const { 'content-type': type = '', 'content-disposition': file = '' } = answer.headers;
    said.set(`${name} ${url}`, [answer.statusCode, type, file, await asWritten(url, String(type), answer)].join('\n'));
  }
  return said;
}

/**
 * What is not of the organisation: a refusal carries the number of its request, by which it is found in the log; a session of
 * one's own when it was last used, which the database's clock says and asking moves on; a PDF the
 * second in which it was written, and an id made from that; a board on paper the moment at which it was counted; a DOCX the dates of the files in it, so its text is compared.
 */
async function asWritten(
  url: string,
  type: string,
  { body, rawPayload }: { body: string; rawPayload: Buffer },
): Promise<string> {
  if (/json|text|csv/.test(type)) return body.replace(/"(instance|lastUsed)":"[^"]*"/g, '"$1":"…"');
  if (isBoard(url) && type.includes('pdf')) {
    const text = pdfText(rawPayload).map((page) => page.replace(/(calculés le|computed on) .*? \(UTC\)/g, ''));
    return [...text, createHash('sha256').update(pdfDrawing(rawPayload)).digest('hex')].join('\n');
  }
  const bytes = type.includes('wordprocessing') ? await partOf(rawPayload, 'word/document.xml') : rawPayload;
  const text = bytes.toString('latin1').replace(/\/(CreationDate \([^)]*\)|ID \[[^\]]*\])/g, '');
  return createHash('sha256').update(text).digest('hex');
}

/** What was answered otherwise than before, from a little before the place at which it differs; the first twenty. */
export function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[][] {
  const all = [...new Set([...before.keys(), ...after.keys()])];
  const other = all.filter((asked) => before.get(asked) !== after.get(asked));
  return other.slice(0, 20).map((asked) => {
    const [was, is] = [before.get(asked) ?? 'not asked', after.get(asked) ?? 'not asked'];
    const from = Math.max(0, [...was].findIndex((letter, place) => letter !== is[place]) - 60);
    return [asked, was.slice(from, from + 160), is.slice(from, from + 160)];
  });
}

/** Without the moments at which things were counted and published, which everybody may know. */
export const untimed = (said: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...said].map(([asked, text]) => [asked, text.replace(/"(published|counted)At":"[^"]*"/g, '"$1At":"…"')]));

/** The log of who read what also tells of the last reading: it is taken back, which no role of the database could. */
export async function forgetReadings(owner: DataSource, since: number): Promise<void> {
  await owner.transaction(async (tx) => {
    await tx.query(`alter table audit disable trigger user`);
    await tx.query(`delete from audit where id > $1`, [since]);
    await tx.query(`alter table audit enable trigger user`);
    await tx.query(
      `update audit_chain c set last_position = a.position, last_hash = a.hash from audit a
        where a.organization_id = c.organization_id
          and a.position = (select max(position) from audit b where b.organization_id = c.organization_id)`,
    );
  });
}

const everyTimer = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
  ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
];

/** At one moment: documents carry it, to the second. */
export async function standingAt<T>(moment: number, reading: () => Promise<T>): Promise<T> {
  jest.useFakeTimers({ doNotFake: everyTimer, now: moment });
  try {
    return await reading();
  } finally {
    jest.useRealTimers();
  }
}
