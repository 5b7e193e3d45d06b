import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { itemsOf, only, refused, told } from '../testing/zipped.js';
import { parseSlackAnalytics, slackAnalyticsKinds } from './parse-slack-analytics.js';

const now = new Date('2026-06-01T00:00:00Z');
const file = readFileSync(join(__dirname, 'fixtures', 'member-analytics.json'));
const read = (bytes: Buffer) => itemsOf(parseSlackAnalytics, bytes, now);

describe('member analytics of Slack', () => {
  it('give one event per person, day and kind, with how often', async () => {
    const items = await read(file);
    expect(told(items)).toEqual([
      '2026-03-02T10:30:00 login U0ANNE',
      '2026-03-02T10:30:00 post U0ANNE × 30',
      '2026-03-02T10:30:00 message_sent U0ANNE × 10',
      '2026-03-02T10:30:00 reaction U0ANNE × 20',
      '2026-03-02T10:30:00 file_shared U0ANNE × 5',
      '2026-03-02T10:30:00 search U0ANNE × 3',
      '2026-03-02T10:30:00 login W0GUEST',
      '2026-03-02T10:30:00 post W0GUEST × 3',
      '2026-03-03T10:30:00 login U0ANNE',
    ]);
    expect(new Set(only(items, 'event').map(({ row }) => row.kind))).toEqual(new Set(slackAnalyticsKinds));
    expect(only(items, 'person').map(({ row }) => row.aliases)).toEqual([
      ['anne.martin@exemple.fr', 'U0ANNE'],
      ['W0GUEST'],
      ['bob@exemple.fr', 'U0BOB'],
    ]);
    expect(refused(items)).toEqual([
      'U0MINUS 4 bad_quantity reactions_added_count',
      'U0LEAP 5 bad_date date',
      'slack-analytics:U0LATE:2100-01-01:login 6 future_timestamp occurred_at',
      ' 7 missing_field user_id',
      ' 8 bad_json ',
    ]);
  });

  it('are the same packed, and named as damaged where they are cut off', async () => {
    const packed = gzipSync(file);
    expect(await read(packed)).toEqual(await read(file));
    await expect(read(packed.subarray(0, packed.length - 20))).rejects.toMatchObject({ code: 'damaged_archive' });
  });

  it.each([
    ['{"channel_id":"C1","date":"2026-03-02","messages_posted_count":3}', 'only_totals'],
    ['{"a":1}', 'not_slack_analytics'],
    ['[]', 'not_slack_analytics'],
    ['', 'empty_file'],
  ])('are refused as a whole where they are none: %j', async (text, code) => {
    await expect(read(Buffer.from(text))).rejects.toMatchObject({ code });
  });
});
