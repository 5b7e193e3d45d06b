import { workbook } from '../workplace/testing/workbook.js';
import { tarGz } from './tarred.js';
import { zipped } from './zipped.js';

/** How a network writes a record, one that is broken, and a file of such records in any order. */
interface SourceRecords {
  good: (n: number) => unknown;
  broken: unknown;
  file: (records: readonly unknown[]) => Buffer | Promise<Buffer>;
}

const json = JSON.stringify;
const start = Date.parse('2026-03-02T08:00:00Z');
const millis = (n: number) => start + n * 61_000;
const iso = (n: number) => new Date(millis(n)).toISOString();
const actor = (n: number) => (n % 5) + 1;
const lines = (records: readonly unknown[]) => Buffer.from(records.map((one) => `${json(one)}\n`).join(''));
const csv = (header: string, rows: readonly unknown[]) => Buffer.from([header, ...(rows as string[]), ''].join('\n'));

/** By the key of the format; a new network adds its line. */
export const sourceRecords: Readonly<Record<string, SourceRecords>> = {
  events: {
    good: (n) => `e${n},${iso(n)},post,p${actor(n)}`,
    broken: 'e-1,yesterday,post,p1',
    file: (rows) => csv('id,occurred_at,kind,actor', rows),
  },
  mattermost: {
    good: (n) => ({
      type: 'post',
      post: { team: 't', channel: 'c', user: `p${actor(n)}`, message: 'Bonjour', create_at: millis(n) },
    }),
    broken: { type: 'post', post: { team: 't', channel: 'c', user: 'p1', message: 'Bonjour', create_at: -5 } },
    file: (records) => lines([{ type: 'version', version: 1 }, ...records]),
  },
  slack: {
    good: (n) => ({ type: 'message', user: `U${actor(n)}`, text: 'Bonjour', ts: `${millis(n) / 1000}.000100` }),
    broken: { type: 'message', user: 'U1', text: 'Bonjour', ts: 'yesterday' },
    file: (records) =>
      zipped({
        'channels.json': json([{ id: 'C1', name: 'one' }]),
        'users.json': '[]',
        'one/2026-03-02.json': json(records),
      }),
  },
  'slack-analytics': {
    good: (n) => ({ date: `2026-03-0${(n % 9) + 1}`, user_id: `U${n}`, is_active: true, messages_posted_count: n }),
    broken: { date: 'yesterday', user_id: 'U1', is_active: true },
    file: lines,
  },
  yammer: {
    good: (n) => `${n + 1},${n + 1},${actor(n)},${iso(n)},Bonjour,,7`,
    broken: '900,900,1,yesterday,Bonjour,,7',
    file: (rows) =>
      zipped({
        'Users.csv': 'id,name,email\n',
        'Groups.csv': 'id,name\n7,G\n',
        'Messages.csv': csv('id,thread_id,sender_id,created_at,body,attachments,group_id', rows),
      }),
  },
  m365: {
    good: (n) => `2026-03-0${(n % 9) + 1},p${n}@exemple.fr,${n % 3},2,3,1`,
    broken: '2026-03-02,x@exemple.fr,two,2,3,1',
    file: (rows) =>
      csv('Report Refresh Date,User Principal Name,Posted Count,Read Count,Liked Count,Report Period', rows),
  },
  exo: {
    good: (n) => ({
      _id: `${n + 1}`,
      _source: {
        ...{ timestamp: `${millis(n)}`, userId: `${actor(n)}`, spaceId: '7', status: '0', activityId: `${n + 1}` },
        ...{ module: 'social', subModule: 'activity', operation: 'createActivity' },
      },
    }),
    broken: { _id: '900', _source: { module: 'portal', subModule: 'login', operation: 'login', timestamp: 'x' } },
    file: lines,
  },
  humhub: {
    good: (n) => ({
      ...{ id: n + 1, message: 'Bonjour', objectModel: 'humhub\\modules\\comment\\models\\Comment', objectId: 70 },
      ...{ createdBy: { id: actor(n) }, createdAt: iso(n).slice(0, 19).replace('T', ' '), likes: { total: 0 } },
    }),
    broken: {
      ...{ id: 900, message: 'Bonjour', objectModel: 'humhub\\modules\\comment\\models\\Comment', objectId: 70 },
      ...{ createdBy: { id: 1 }, createdAt: 'yesterday', likes: { total: 0 } },
    },
    file: (results) => lines([{ total: results.length, page: 1, pages: 1, results }]),
  },
  discourse: {
    good: (n) => ({
      ...{ id: n + 1, username: `p${actor(n)}`, created_at: iso(n), raw: 'Bonjour' },
      ...{ post_number: (n % 2) + 1, post_type: 1, topic_id: 50, category_id: 4 },
    }),
    broken: { id: 900, username: 'p1', created_at: 'yesterday', raw: '', post_number: 2, post_type: 1, topic_id: 50 },
    file: (posts) => lines([{ latest_posts: posts }]),
  },
  workplace: {
    good: (n) => ['A', `p${n}@exemple.fr`, `2026-02-0${(n % 9) + 1}`, '2026-01-05'],
    broken: ['A', 'x@exemple.fr', 'yesterday', '2026-01-05'],
    file: (rows) => workbook([['Full name', 'Email', 'Claim date', 'Invited date'], ...(rows as string[][])]),
  },
  zulip: {
    good: (n) => ({
      ...{ id: n + 1, sender: actor(n), recipient: 7, date_sent: millis(n) / 1000 },
      // A topic of its own: of what a topic began with, the second of two exports cannot know.
      ...{ subject: `Lundi ${n}`, content: 'Bonjour' },
    }),
    broken: { id: 900, sender: 1, recipient: 7, date_sent: 'yesterday', subject: 'Lundi', content: 'Bonjour' },
    file: (records) =>
      tarGz({
        'e/realm.json': json({
          zerver_userprofile: [1, 2, 3, 4, 5].map((id) => ({ id, delivery_email: `p${id}@exemple.fr` })),
          zerver_stream: [{ id: 3, name: 'one' }],
          zerver_recipient: [{ id: 7, type: 2, type_id: 3 }],
        }),
        'e/messages-000001.json': json({ zerver_message: records }),
      }),
  },
  rocketchat: {
    good: (n) => ({
      ...{ _id: `m${n}`, rid: 'R1', msg: 'Bonjour', ts: iso(n) },
      u: { _id: `u${actor(n)}`, username: `p${actor(n)}` },
    }),
    broken: { _id: 'm900', rid: 'R1', msg: 'Bonjour', ts: 'yesterday', u: { _id: 'u1', username: 'p1' } },
    file: (messages) => lines([{ messages }]),
  },
};
