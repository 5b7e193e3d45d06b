/**
 * Everyone to whom an official message of the days [$2, $3] was addressed, and whether they saw one in them that is not
 * their own. $1 organisation. Reads `exact_person` and `lineage`.
 */
export const createExactTargeted = `
  create temp table exact_targeted on commit drop as
  select x.ordinal,
         bool_or(exists (select from message_seen s
                          where s.organization_id = $1 and s.message = n.object_key and s.ordinal = x.ordinal and s.saw
                            and s.day between $2::date and $3::date)
                 and not exists (select from message_seen w
                                  where w.organization_id = $1 and w.message = n.object_key and w.ordinal = x.ordinal
                                    and w.wrote and w.day <= $3::date)) as seen
    from exact_person x
    join action n on n.organization_id = $1 and n.starts_on between $2::date and $3::date
         and n.kind = any(array['launch_message', 'official_post']) and n.state <> 'cancelled' and n.object_key is not null
   where x.entity is not null
     and (n.entities = '{}' or exists (select from lineage l where l.entity = x.entity and l.above = any(n.entities)))
     and (n.audience = 'everyone'
          or n.audience = 'managers' and x.manages
             and (select o.class <> 'personal' or o.modules ? 'exemplarity' from organization o where o.id = $1)
          or n.audience = 'ambassadors' and x.ambassador
          or n.audience = 'newcomers' and x.joined_on > $3::date - 91)
   group by x.ordinal`;
