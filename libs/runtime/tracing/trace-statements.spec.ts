import { summaryOf, withoutValues } from './trace-statements.js';

describe('a statement in a trace', () => {
  it.each([
    [`select set_config('app.organization', 'it''s a-1', true)`, 'select set_config(?, ?, true)'],
    ['select * from week7 where n = 42 and m = $1 limit 3.5', 'select * from week7 where n = ? and m = $1 limit ?'],
    ['select $$somebody$$ , $x$ else $x$', 'select ? , ?'],
    ['select 1 -- of somebody\nfrom event', 'select ? from event'],
  ])('tells no value: %s', (sql, told) => expect(withoutValues(sql)).toBe(told));

  it.each([
    ['select a from published_week', 'select published_week'],
    ['insert into "event" values ($1)', 'insert event'],
    ['update only wave set a = $1', 'update wave'],
    ['commit', 'commit'],
    ['start transaction; select set_config(?, ?, true)', 'start'],
  ])('is called by what it does: %s', (sql, name) => expect(summaryOf(sql)).toBe(name));
});
