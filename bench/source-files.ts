import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { ZipFile } from 'yazl';
import { lastSunday } from './company.js';

/** One message of the last complete week: what every network exports in its own form. */
interface Message {
  n: number;
  at: number;
  actor: number;
  group: number;
}

const people = 8000;
const text =
  'Bonjour à tous, voici le compte rendu de la réunion de lundi ; merci de le relire avant jeudi, "sans faute".';
const json = JSON.stringify;
const iso = ({ at }: Message) => new Date(at).toISOString();
const mail = ({ actor }: Message) => `p${actor}@example.org`;
const lines = (records: readonly unknown[]) => Buffer.from(records.map((one) => `${json(one)}\n`).join(''));
const csv = (header: string, rows: readonly string[]) => Buffer.from(`${header}\n${rows.join('\n')}\n`);

let serial = 0;

/** Messages that no file before had, in the order of time. */
function messagesOf(count: number): Message[] {
  const start = Date.parse(`${lastSunday}T00:00:00Z`) - 6 * 86_400_000;
  return Array.from({ length: count }, (_, index) => {
    serial += 1;
    const at = start + Math.floor((index / count) * 6.9 * 86_400_000);
    return { n: serial, at, actor: (serial * 7919) % people, group: serial % 40 };
  });
}

/** Pages as an interface of HTTP gives them, a hundred records each, one page on a line. */
const pagesOf = <T>(records: readonly T[], page: (part: readonly T[]) => unknown) =>
  lines(
    Array.from({ length: Math.ceil(records.length / 100) }, (_, at) => page(records.slice(at * 100, at * 100 + 100))),
  );

const exo = (one: Message) => ({
  _id: String(one.n),
  _source: {
    ...{ timestamp: String(one.at), userId: String(one.actor + 1), spaceId: String(one.group), status: '0' },
    ...{ module: 'social', subModule: 'activity', operation: 'createActivity', activityId: String(one.n) },
  },
});

const humhub = (one: Message) => ({
  ...{ id: one.n, message: text, objectModel: 'humhub\\modules\\comment\\models\\Comment', objectId: 70 },
  ...{ createdBy: { id: one.actor + 1 }, createdAt: iso(one).slice(0, 19).replace('T', ' '), likes: { total: 0 } },
});

const discourse = (one: Message) => ({
  ...{ id: one.n, username: `p${one.actor}`, created_at: iso(one), cooked: text, raw: text },
  ...{ post_number: 2, post_type: 1, topic_id: one.group, category_id: 4 },
});

const rocketchat = (one: Message) => ({
  ...{ _id: `m${one.n}`, rid: `R${one.group}`, msg: text, ts: iso(one) },
  u: { _id: `u${one.actor}`, username: `p${one.actor}` },
});

const mattermost = (one: Message) => ({
  type: 'post',
  post: {
    ...{ team: 't', channel: `c${one.group}`, user: `p${one.actor}`, message: text },
    // Its posts have no numbers: no two may be of one instant.
    create_at: one.at + Math.floor(one.n / 10_000),
  },
});

/** Slack names its files by channel and day. */
function slack(messages: readonly Message[]): Promise<Buffer> {
  const files = new Map<string, unknown[]>();
  for (const one of messages) {
    const name = `c${one.group}/${iso(one).slice(0, 10)}.json`;
    const day = files.get(name) ?? [];
    const ts = `${Math.floor(one.at / 1000)}.${String(one.n % 1_000_000).padStart(6, '0')}`;
    day.push({ type: 'message', user: `U${one.actor}`, text, ts, team: 'T1' });
    files.set(name, day);
  }
  const channels = Array.from({ length: 40 }, (_, group) => ({ id: `C${group}`, name: `c${group}` }));
  return zip({
    'channels.json': json(channels),
    'users.json': '[]',
    ...Object.fromEntries([...files].map(([name, day]) => [name, json(day)])),
  });
}

const yammer = (messages: readonly Message[]) =>
  zip({
    'Users.csv': 'id,name,email\n',
    'Groups.csv': 'id,name\n',
    'Messages.csv': csv(
      'id,thread_id,sender_id,created_at,body,attachments,group_id',
      messages.map(
        (one) => `${one.n},${one.n},${one.actor + 1},${iso(one)},"${text.replaceAll('"', '""')}",,${one.group}`,
      ),
    ),
  });

async function zulip(messages: readonly Message[]): Promise<Buffer> {
  const profiles = Array.from({ length: people }, (_, id) => ({ id: id + 1, delivery_email: `p${id}@example.org` }));
  const numbers = Array.from({ length: 40 }, (_, id) => id + 1);
  const realm = {
    zerver_userprofile: profiles,
    zerver_stream: numbers.map((id) => ({ id, name: `s${id}` })),
    zerver_recipient: numbers.map((id) => ({ id, type: 2, type_id: id })),
  };
  const said = messages.map((one) => ({
    ...{ id: one.n, sender: one.actor + 1, recipient: one.group + 1, subject: 'Lundi', content: text },
    date_sent: one.at / 1000,
  }));
  const tar = pack();
  tar.entry({ name: 'e/realm.json' }, json(realm));
  tar.entry({ name: 'e/messages-000001.json' }, json({ zerver_message: said }));
  tar.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of tar) pieces.push(Buffer.from(piece as Buffer));
  return gzipSync(Buffer.concat(pieces));
}

async function zip(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  const pieces: Buffer[] = [];
  for await (const piece of archive.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** A file of so many messages (of presences and counts, where a source gives no more), by the key of its format. */
const files: Readonly<Record<string, (messages: readonly Message[]) => Buffer | Promise<Buffer>>> = {
  mattermost: (messages) => lines([{ type: 'version', version: 1 }, ...messages.map(mattermost)]),
  slack,
  'slack-analytics': (messages) =>
    lines(messages.map((one) => ({ date: iso(one).slice(0, 10), user_id: `U${one.n}`, is_active: true }))),
  yammer,
  m365: (messages) =>
    csv(
      'Report Refresh Date,User Principal Name,Posted Count,Read Count,Liked Count,Report Period',
      messages.map((one) => `${iso(one).slice(0, 10)},${one.n}.${mail(one)},1,0,0,1`),
    ),
  exo: (messages) => lines(messages.map(exo)),
  humhub: (messages) => pagesOf(messages.map(humhub), (results) => ({ total: 1, page: 1, pages: 1, results })),
  discourse: (messages) => pagesOf(messages.map(discourse), (posts) => ({ latest_posts: posts })),
  zulip,
  rocketchat: (messages) => pagesOf(messages.map(rocketchat), (part) => ({ messages: part })),
};

export const benchedFormats = Object.keys(files);

/** A new file of that format; no two tell of the same act. */
export async function sourceFile(format: string, count: number): Promise<Buffer> {
  const file = files[format];
  if (!file) throw new Error(`There is no file of ${format} here.`);
  return file(messagesOf(count));
}
