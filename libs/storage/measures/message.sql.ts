import { bitmaps } from '../activity/bitmap.sql.js';
import { isOfficialMessage } from '../declared/official-messages.sql.js';

/**
 * To whom an official message that appeared within the window was addressed, as of the Sunday, and which of them saw one
 * within it. Who wrote it stays among them, so that their number follows from what is declared and tells nothing of who
 * wrote; seeing one's own is nothing. $1 organisation, $2 Sunday, $3 whether exemplarity is on: without it nothing that
 * managers alone were told is counted.
 */
export const addReached = `
  insert into window_bits (days, act, segment, people)
  with recursive message as materialized (
    select distinct w.days, a.object_key, a.audience, a.entities
      from action a join unnest(array[7, 28, 91, 182, 365]) as w(days) on a.starts_on > $2::date - w.days
     where a.organization_id = $1 and ${isOfficialMessage} and a.starts_on <= $2::date and ($3 or a.audience <> 'managers')
  ),
  circle as materialized (select distinct audience, entities from message),
  below(entities, entity_key) as (
    select distinct entities, unnest(entities) from circle
    union
    select b.entities, p.entity_key
      from below b join entity_parent p on p.organization_id = $1 and p.parent_key = b.entity_key
           and p.valid_from <= $2::date and $2::date < p.valid_to
  ),
  member as materialized (
    select c.audience, c.entities, r.ordinal
      from circle c
      join roster r on (cardinality(c.entities) = 0 or (c.entities, r.entity_key) in (select entities, entity_key from below))
       and case c.audience
             when 'managers' then r.manages
             when 'newcomers' then r.joined_on > $2::date - 91
             when 'ambassadors' then r.ordinal in (
               select ordinal from mandate a where a.organization_id = $1 and a.role = 'ambassador'
                  and a.valid_from <= $2::date and $2::date < a.valid_to)
             else true
           end
  ),
  marked as (
    select c.days, 'targeted' as act, m.ordinal
      from (select distinct days, audience, entities from message) as c join member m using (audience, entities)
    union
    select g.days, 'seen', m.ordinal
      from message g
      join message_seen s on s.organization_id = $1 and s.message = g.object_key and s.saw
           and s.day > $2::date - g.days and s.day <= $2::date
      join member m on m.ordinal = s.ordinal and m.audience = g.audience and m.entities = g.entities
     where not exists (select from message_seen own
                        where own.organization_id = $1 and own.message = s.message and own.ordinal = s.ordinal and own.wrote
                          and own.day <= $2::date)
  )
  select days, act, segment, people from (${bitmaps('marked', ['days', 'act'])}) as d`;
