import { acts } from '#domain/events/act.js';
import { eventKinds } from '#domain/events/kind.js';
import { type RecordSection } from '#domain/rights/person-record.js';

const named = (words: readonly string[], place: string) =>
  `(array[${words.map((word) => `'${word}'`).join(', ')}])[${place} + 1]`;
const open = (column: string, end: string) => `nullif(${column}, '${end}')`;
const bits = (column: string) => `bit_count(${column}::integer::bit(7))::integer`;

/** $1 organisation, $2 places in the bitmaps, $3 tokens, $4 names in clear, in small letters, $5 and $6 refused lines that name them. */
export const recordSql: Record<Exclude<RecordSection, 'names' | 'provider'>, string> = {
  directory: `
    select a.entity_key as entity, ${open('a.valid_from', '-infinity')} as "from", ${open('a.valid_to', 'infinity')} as "to",
           a.level, a.site, a.trade, a.manager_ordinal is not null as "hasManager", a.manages
      from assignment a where a.organization_id = $1 and a.ordinal = any($2) order by a.valid_from`,
  mandates: `
    select role, entity_key as entity, ${open('valid_from', '-infinity')} as "from", ${open('valid_to', 'infinity')} as "to"
      from mandate where organization_id = $1 and ordinal = any($2) order by valid_from, role`,
  waves: `
    select wave_key as wave, ${open('valid_from', '-infinity')} as "from", ${open('valid_to', 'infinity')} as "to"
      from wave_member where organization_id = $1 and ordinal = any($2) order by valid_from, wave_key`,
  actions: `
    select a.name as action, a.starts_on as day
      from attendance t join action a on a.organization_id = $1 and a.key = t.action_key
     where t.organization_id = $1 and t.ordinal = any($2) order by a.starts_on, a.name`,
  reports: `
    select role, period_end as day, consent_on as "consentOn", posts, replies, feedback
      from voluntary_report where organization_id = $1 and ordinal = any($2) order by period_end`,
  groups: `
    select name as "group", coalesce(creator_key = any($3), false) as created, owner_keys && $3 as owned
      from network_group where organization_id = $1 and (creator_key = any($3) or owner_keys && $3) order by name`,
  events: `
    select e.occurred_at::text as at, s.name as source, ${named(eventKinds, 'e.kind')} as kind, e.quantity, e.group_key as "group",
           e.object, e.parent, e.target is not null as addressed
      from event e left join source s on s.organization_id = $1 and s.id = e.source_id
     where e.organization_id = $1 and e.actor = any($3) order by e.occurred_at, e.id`,
  addressed: `
    select e.occurred_at::text as at, s.name as source, ${named(eventKinds, 'e.kind')} as kind
      from event e left join source s on s.organization_id = $1 and s.id = e.source_id
     where e.organization_id = $1 and e.target = any($3) and e.actor <> all($3) order by e.occurred_at, e.id`,
  days: `
    select day, string_agg(${named(acts, 'act')}, ', ' order by act) as acts
      from activity_day, unnest($2::integer[]) as ordinal
     where organization_id = $1 and segment = ordinal / 8192 and get_bit(people, ordinal % 8192) = 1
     group by day order by day`,
  weeks: `
    select week, ${bits('login_days')} as "loginDays", ${bits('active_days')} as "activeDays", posts, comments, reactions,
           interactions, received
      from activity_week where organization_id = $1 and ordinal = any($2) order by week`,
  firsts: `
    select kind, day from milestone where organization_id = $1 and ordinal = any($2) order by day, kind`,
  // Which cell and populations a week counted the person in; the cells of a closed week are those that were published.
  cells: `
    select m.week_end as sunday, m.cell, array(select jsonb_array_elements_text(node->'entities') order by 1) as entities,
           (node->>'headcount')::integer as people, array['everyone'] || m.populations as populations, k.closed as published
      from mask_member m
      join mask k on k.organization_id = $1 and k.week_end = m.week_end
      left join lateral (select one from jsonb_array_elements(k.nodes) as one where one->>'key' = m.cell limit 1) as n (node) on true
     where m.organization_id = $1 and m.ordinals && $2 order by m.week_end, m.cell`,
  group_weeks: `
    select week, group_key as "group", posts, comments, reactions
      from activity_group_week where organization_id = $1 and ordinal = any($2) order by week, group_key`,
  memberships: `
    select day, group_key as "group", member, founder
      from group_change where organization_id = $1 and ordinal = any($2) order by day, group_key`,
  threads: `
    select day, group_key as "group" from thread where organization_id = $1 and author = any($2) order by posted_at`,
  answers: `
    select day, replies, reacted from thread_response where organization_id = $1 and ordinal = any($2) order by day, thread`,
  messages: `
    select day, message, saw, wrote from message_seen where organization_id = $1 and ordinal = any($2) order by day, message`,
  exchanges: `
    select day, source = any($2) as given, sum(replies)::integer as replies, sum(reactions)::integer as reactions,
           sum(mentions)::integer as mentions
      from activity_tie where organization_id = $1 and (source = any($2) or target = any($2)) group by 1, 2 order by 1, 2`,
  proposals: `
    select path, null::date as day from proposed_place where organization_id = $1 and ordinal = any($2)
     union all
    select null, week_end from relay_proposal where organization_id = $1 and ordinal = any($2) order by 2, 1`,
  written: `
    select 'led_by' as "as", name as "in" from action where organization_id = $1 and lower(led_by) = any($4)
     union all
    select 'animator', name from appointment where organization_id = $1 and lower(animator) = any($4)
     union all
    select 'owner', text from committee_item where organization_id = $1 and lower(owner) = any($4)
     union all
    select 'participant', held_on::text
      from committee where organization_id = $1 and exists (select from unnest(participants) as name where lower(name) = any($4))
     union all
    select 'executive', key from coaching where organization_id = $1 and lower(executive) = any($4)
     union all
    select 'coach', key from coaching where organization_id = $1 and lower(coach) = any($4)
     union all
    select said.as, entity_key
      from site_project,
           lateral (values ('local_director', local_director), ('business_lead', business_lead), ('hr_lead', hr_lead),
                           ('contact', contact)) as said ("as", who)
     where organization_id = $1 and lower(who) = any($4)
     order by 1, 2`,
  refused: `
    select i.file_name as file, r.line, r.code
      from import_reject r join import i on i.organization_id = $1 and i.id = r.import_id
      join unnest($5::integer[], $6::integer[]) as line (import_id, position) using (import_id, position)
     where r.organization_id = $1 order by r.import_id, r.line`,
  // An account is of the installation: only that of a member is this organisation's to tell.
  account: `
    select email, name, language, account.created_at::date as day
      from account join membership on account_id = account.id and organization_id = $1
     where lower(email) = any($4) order by email`,
};
