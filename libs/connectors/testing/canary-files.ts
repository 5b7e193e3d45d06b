import { workbook } from '../workplace/testing/workbook.js';
import { tarGz } from './tarred.js';
import { zipped } from './zipped.js';

/** What no source may let through; it stands in every text that people write freely, in good records and broken ones. */
export const canary = 'CANARY-7f3a';

const said = `Lisez ${canary}, <@U0BOB> [[user:502]] @bob : "${canary}"`;
const json = (value: unknown) => JSON.stringify(value);
const lines = (...records: unknown[]) => Buffer.from(`${records.map(json).join('\n')}\n`);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** One file for each format that has free texts of its own, by its key. A new format adds its line. */
export const canaryFiles: Readonly<Record<string, () => Promise<Buffer> | Buffer>> = {
  events: () =>
    Buffer.from(
      `id,occurred_at,kind,actor,body\n1,2026-03-02T08:00:00Z,post,ada,${quoted(said)}\n2,never,post,ada,${canary}\n${canary} "\n`,
    ),
  mattermost: () =>
    lines(
      { type: 'version', version: 1 },
      { type: 'channel', channel: { team: 't', name: 'c', display_name: 'C', header: canary, purpose: canary } },
      { type: 'user', user: { username: 'bob', email: 'bob@x.fr', position: canary, nickname: canary } },
      {
        type: 'post',
        post: {
          ...{ team: 't', channel: 'c', user: 'ann', message: said, create_at: 1772439247000 },
          attachments: [{ path: canary }],
          reactions: [{ user: 'bob', emoji_name: canary, create_at: 1772439247000 }],
          replies: [{ user: 'bob', message: said, create_at: 1772439247001, props: { subject: canary } }],
        },
      },
      { type: 'post', post: { team: 't', channel: 'c', message: said, create_at: 1772439247000 } },
      {
        type: 'direct_post',
        direct_post: { channel_members: ['ann', 'bob'], user: 'ann', message: said, create_at: 1 },
      },
      canary,
    ),
  slack: () =>
    zipped({
      'users.json': json([
        { id: 'U0BOB', name: 'bob', profile: { title: canary, status_text: canary, real_name: 'B' } },
      ]),
      'channels.json': json([{ id: 'C1', name: 'one', topic: { value: canary }, purpose: { value: canary } }]),
      'one/2026-03-02.json': json([
        {
          ...{ type: 'message', user: 'U1', ts: '1772439247.000002', text: said, blocks: [{ text: said }] },
          ...{ files: [{ name: canary, title: canary }], attachments: [{ text: canary }] },
          reactions: [{ name: 'custom', users: ['U0BOB'] }],
        },
        { type: 'message', ts: '1772439248.000002', text: said },
        { type: 'message', user: 'U1', ts: canary, text: said },
        canary,
      ]),
      [`one/${canary}.txt`]: canary,
      [`${canary}/2026-03-02.json`]: json([{ type: 'message', user: 'U1', ts: '1772439247.1', text: said }]),
    }),
  'slack-analytics': () =>
    lines(
      { date: '2026-03-02', user_id: 'U1', is_active: true, note: canary },
      { date: canary, user_id: 'U1' },
      { date: '2026-03-02', user_id: 'U1', search_count: canary },
      canary,
    ),
  exo: () =>
    lines(
      {
        _id: '1',
        _source: {
          ...{ module: 'social', subModule: 'activity', operation: 'createActivity', status: '0', userId: '42' },
          ...{ timestamp: '1772439247000', activityId: '8', spaceId: '7', uri: canary, errorMessage: canary },
        },
      },
      {
        _id: '2',
        _source: { module: 'portal', subModule: 'login', operation: 'login', timestamp: canary, userId: '1' },
      },
      { _id: '3', _source: { module: canary, subModule: canary, operation: canary } },
      canary,
    ),
  humhub: () =>
    lines(
      {
        results: [
          {
            ...{ id: 1, message: said, objectModel: 'a\\Post', objectId: 2, createdAt: '2026-03-02 08:00:00' },
            createdBy: { id: 5, display_name: canary, url: canary },
          },
          { id: 2, message: said, objectModel: canary, createdBy: { id: canary }, createdAt: canary },
          { id: 3, class: 'x\\space\\activities\\MemberAdded', originator: { id: 5 }, content: { output: canary } },
          { id: 4, name: 'S', description: canary, join_policy: 1, tags: canary },
        ],
      },
      canary,
    ),
  discourse: () =>
    lines(
      {
        latest_posts: [
          {
            ...{ id: 1, post_number: 1, topic_id: 5, username: 'a', created_at: '2026-03-02T08:00:00Z' },
            ...{ raw: said, cooked: said, topic_title: canary, excerpt: canary },
          },
          { id: 2, post_number: 2, topic_id: 5, username: 'a', created_at: canary, raw: said },
        ],
      },
      canary,
    ),
  workplace: () =>
    workbook([
      ['Full name', 'Email', 'Job title', 'Phone number', 'Claim date', 'Invited date'],
      ['A', 'a@x.fr', canary, canary, '2026-01-06', '2026-01-05'],
      ['B', 'b@x.fr', canary, canary, canary, null],
      ['C', `${canary}\n`, canary, null, '2026-01-06', canary],
    ]),
  m365: () =>
    Buffer.from(
      `Report Refresh Date,User Principal Name,Display Name,Posted Count,Read Count,Liked Count,Assigned Products,Report Period\n2026-03-02,a@x.fr,${canary},1,2,3,${canary},1\n2026-03-02,b@x.fr,${canary},${canary},2,3,,1\n${canary} "\n`,
    ),
  yammer: () =>
    zipped({
      'Users.csv': `id,name,email,job_title,joined_at\n501,A,a@x.fr,${canary},2026-01-01T00:00:00Z\n,${canary},,,\n`,
      'Groups.csv': `id,name,description\n7,G,${canary}\n`,
      'Messages.csv': [
        'id,thread_id,sender_id,created_at,body,attachments,group_id',
        `1,1,501,2026-03-02T08:00:00Z,${quoted(said)},uploadedfile:${canary},7`,
        `2,1,,2026-03-02T08:00:00Z,${quoted(said)},,7`,
        `3,1,501,${canary},${quoted(said)},,7`,
        `${canary}`,
      ].join('\n'),
      [`Files/${canary}.zip`]: canary,
    }),
  zulip: () =>
    tarGz({
      'e/realm.json': json({
        realm_desc: canary,
        zerver_userprofile: [
          { id: 11, delivery_email: 'a@x.fr', full_name: 'A', long_term_idle: canary },
          { id: canary, full_name: canary },
        ],
        zerver_stream: [{ id: 3, name: 'one', description: canary, date_created: 1772400000, creator: 11 }],
        zerver_recipient: [{ id: 7, type: 2, type_id: 3 }],
        zerver_useractivityinterval: [{ user_profile: 11, start: canary, end: 1 }, canary],
        zerver_realmauditlog: [{ id: 1, event_type: canary, extra_data: canary, modified_user: 11, event_time: 1 }],
      }),
      'e/messages-000001.json': json({
        zerver_message: [
          {
            ...{ id: 41, sender: 11, recipient: 7, date_sent: 1772439247.31 },
            ...{ subject: canary, content: said, rendered_content: said, edit_history: said },
          },
          { id: 42, sender: 11, recipient: 99, date_sent: 1772439247, subject: canary, content: said },
          { id: 43, sender: 11, recipient: 7, date_sent: canary, subject: canary, content: said },
        ],
        zerver_reaction: [{ id: 9, user_profile: 11, message: 41, emoji_name: canary, emoji_code: canary }],
      }),
      [`e/uploads/${canary}.txt`]: canary,
    }),
  rocketchat: () =>
    zipped({
      'users.csv': `bob,bob@x.fr,B,${canary}\n,${canary}\n`,
      'channels.csv': `salon,bob,public,bob,${canary}\n`,
      'salon/messages.csv': `bob,1772439247000,${quoted(said)}\nbob,${canary},${quoted(said)}\n${canary} "\n`,
      'directmessages/a.csv': `bob,ann,1772439247000,${quoted(said)}\n`,
      [`${canary}.txt`]: canary,
      'pages.ndjson': lines(
        {
          messages: [
            {
              ...{
                _id: 'm1',
                rid: 'R',
                msg: said,
                ts: '2026-03-02T08:00:00Z',
                u: { _id: 'u1', username: 'a', name: canary },
              },
              ...{ files: [{ name: canary }], attachments: [{ title: canary, text: said }], md: [{ value: said }] },
              reactions: { [canary]: { usernames: ['b'] } },
            },
            { _id: 'm2', rid: 'R', msg: said, ts: canary, u: { username: 'a' } },
            canary,
          ],
        },
        canary,
      ),
    }),
};
