/**
 * The days of the import `i` reach into the week of a Sunday, and its source tells what people did in it: that a group
 * was made long ago is no news of the weeks since. Of earlier imports it is not known from when on they tell what people
 * did, so the days of the source are asked too.
 */
export const bringsOf = (sunday: string) => `
  coalesce(i.lived_from, i.first_day) <= ${sunday} and i.last_day >= ${sunday} - 6
  and exists (select from source_day s
               where s.organization_id = i.organization_id and s.source_id = i.source_id
                 and s.day between ${sunday} - 6 and ${sunday} and s.events > s.founding)`;
