import { join } from 'node:path';
import { type ImportItem } from '../import-item.js';
import { filesOf, itemsOf, only, refused, skipped, told, zipped } from '../testing/zipped.js';
import { parseSlack } from './parse-slack.js';
import { slackKinds } from './message-events.js';

const now = new Date('2026-06-01T00:00:00Z');
const texts = filesOf(join(__dirname, 'fixtures', 'export'));
// Folders have the names of channels, which hold accents.
const named = (folder: string) => folder.replace('equipe', 'équipe');
const files = Object.fromEntries(Object.entries(texts).map(([name, text]) => [named(name), text]));

const read = async (of: Record<string, string | Buffer>) => itemsOf(parseSlack, await zipped(of), now);

describe('an export of a Slack workspace', () => {
  let items: ImportItem[];
  beforeAll(async () => (items = await read(files)));

  it('gives one event per act of a person', () => {
    expect(told(items).sort()).toEqual([
      '2015-06-06T02:38:39 group_created U0ANNE in C0GENERAL',
      '2026-02-25T06:13:20 group_created U0BOB in C0LYON',
      '2026-03-02T08:14:07 mention U0ANNE → U0BOB in C0GENERAL',
      '2026-03-02T08:14:07 mention U0ANNE → W0GUEST in C0GENERAL',
      '2026-03-02T08:14:07 post U0ANNE in C0GENERAL',
      '2026-03-02T08:14:07 reaction U0ANNE → U0ANNE in C0GENERAL',
      '2026-03-02T08:14:07 reaction U0BOB → U0ANNE in C0GENERAL',
      '2026-03-02T08:14:07 reaction W0GUEST → U0ANNE in C0GENERAL',
      '2026-03-02T08:20:41 comment U0BOB → U0ANNE in C0GENERAL',
      '2026-03-02T08:20:41 file_shared U0BOB in C0GENERAL × 2',
      '2026-03-02T08:21:40 comment W0GUEST in C0GENERAL',
      '2026-03-02T08:26:40 group_joined U0CLAIRE in C0GENERAL',
      '2026-03-02T08:26:40 reaction U0ANNE → U0CLAIRE in C0GENERAL',
      '2026-03-02T08:26:41 group_left U0BOB in C0GENERAL',
      '2026-03-02T08:26:42 reaction U0BOB in C0GENERAL',
      '2026-03-02T08:31:40 post U0BOB in C0LYON',
      '2026-03-02T08:33:20 post U0ANNE in G0DIR',
      '2026-03-02T08:35:00 file_shared U0BOB',
      '2026-03-02T08:35:00 message_sent U0BOB → U0ANNE',
      '2026-03-02T08:36:40 message_sent U0ANNE → U0BOB',
      '2026-03-02T22:59:59 post U0ANNE in C0GENERAL',
    ]);
    expect(new Set(only(items, 'event').map(({ row }) => row.kind))).toEqual(new Set(slackKinds));
  });

  it('numbers them by what the source says, and ties answers to what they answer', () => {
    const events = only(items, 'event').map(({ row }) => row);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events.find(({ kind }) => kind === 'comment')).toMatchObject({
      id: 'slack:C0GENERAL:1772439641.000007',
      parent: 'slack:C0GENERAL:1772439247.000002',
      object: 'slack:C0GENERAL:1772439641.000007',
    });
    expect(events.find(({ kind, actor }) => kind === 'reaction' && actor === 'W0GUEST')).toMatchObject({
      id: 'slack:C0GENERAL:1772439247.000002:+1:W0GUEST',
      object: 'slack:C0GENERAL:1772439247.000002',
    });
    expect(events.find(({ kind }) => kind === 'group_joined')).toMatchObject({ object: 'C0GENERAL' });
  });

  it('names people once, by their address, and says which are machines', () => {
    expect(
      only(items, 'person').map(({ row: { personId, aliases, name, bot } }) => [personId, aliases, name, bot]),
    ).toEqual([
      ['U0ANNE', ['anne.martin@exemple.fr', 'U0ANNE'], 'Anne Martin', false],
      ['U0CLAIRE', ['claire@exemple.fr', 'U0CLAIRE'], 'Claire', false],
      ['U0BOB', ['bob@exemple.fr', 'U0BOB'], 'Bob', false],
      ['W0GUEST', ['W0GUEST'], 'Invité', false],
      ['U0ROBOT', ['U0ROBOT'], 'Veilleur', true],
      ['USLACKBOT', ['USLACKBOT'], 'Slackbot', true],
    ]);
  });

  it('names channels, by an id that outlives their name', () => {
    expect(only(items, 'group').map(({ row }) => row)).toMatchObject([
      { groupId: 'C0GENERAL', name: 'general', creatorId: 'U0ANNE', open: true, hasDescription: true },
      { groupId: 'C0LYON', createdAt: '2026-02-25T06:13:20.000Z', open: true, hasDescription: false },
      { groupId: 'G0DIR', name: 'direction', creatorId: null, open: false, hasDescription: true },
    ]);
  });

  it('refuses what is broken by its place, and leaves out what nobody wrote', () => {
    expect(refused(items).sort()).toEqual([
      'C0LYON/2026-03-02.json 1 missing_field ts',
      'C0LYON/2026-03-02.json 2 bad_timestamp ts',
      'C0LYON/2026-03-02.json 4 bad_json ',
      'slack:C0LYON:1772440100.000100 3 missing_field actor',
      'users.json 6 missing_field id',
    ]);
    expect(skipped(items)).toEqual(['6 integration_post', '7 integration_post', '8 system_post', '9 system_post']);
  });

  it('is the same in any order, packed or not, and below a folder', async () => {
    const sorted = (of: ImportItem[]) => of.map((item) => JSON.stringify(item)).sort();
    const turned = Object.fromEntries(Object.entries(files).toReversed());
    expect(sorted(await itemsOf(parseSlack, await zipped(turned, false), now)).length).toBe(items.length);
    expect(told(await read(turned)).sort()).toEqual(told(items).sort());
    const below = Object.fromEntries(Object.entries(files).map(([name, text]) => [`Acme export/${name}`, text]));
    expect(sorted(await read(below))).toEqual(sorted(items));
  });

  it('keeps the channels of several workspaces apart, though their names are the same', async () => {
    const one = (id: string) => `[{"id":"${id}","name":"general","created":0,"creator":"U1"}]`;
    const message = '[{"type":"message","user":"U0ANNE","text":"","ts":"1772440000.1"}]';
    const two = await read({
      ...{ 'teams/a/channels.json': one('CA'), 'teams/a/general/2026-03-02.json': message },
      ...{ 'teams/b/channels.json': one('CB'), 'teams/b/general/2026-03-02.json': message },
    });
    expect(only(two, 'event').map(({ row }) => row.id)).toEqual(['slack:CA:1772440000.1', 'slack:CB:1772440000.1']);
  });

  it('says once that a folder belongs to no channel, and goes on where a day is cut off', async () => {
    const lone = '[{"type":"message","user":"U1","ts":"1772440000.1"}';
    const found = await read({
      ...{ 'channels.json': '[{"id":"C1","name":"one"}]', 'one/2026-03-02.json': lone },
      ...{ 'two/2026-03-02.json': lone, 'two/2026-03-03.json': lone, 'one/canvas.json': '{}' },
    });
    expect(refused(found)).toEqual(['C1/2026-03-02.json 1 bad_json ', ' 0 unknown_channel ']);
    expect(told(found)).toEqual([]);
  });

  it.each([
    [{ 'users.json': '[]' }, 'not_a_slack_export'],
    [{}, 'not_a_slack_export'],
  ])('is refused as a whole where it is none: %j', async (of, code) => {
    await expect(read(of)).rejects.toMatchObject({ code });
  });

  it('is refused as a whole where it is not even packed', async () => {
    await expect(itemsOf(parseSlack, Buffer.from('[]'), now)).rejects.toMatchObject({ code: 'not_an_archive' });
    await expect(itemsOf(parseSlack, Buffer.alloc(0), now)).rejects.toMatchObject({ code: 'empty_file' });
  });
});
