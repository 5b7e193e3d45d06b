import { type DatabaseRole } from './roles.js';

/**
 * What each role may touch, table by table: what is not listed is forbidden. Applied again after every
 * migration, from nothing, so that a new table is closed until a line here opens it.
 */
export const grants: Record<DatabaseRole, string[]> = {
  ingest: [
    'select (id, slug, class, timezone, sealed_before) on organization',
    'select on source, source_key',
    'insert, select (organization_id, day, source_id, id, digest, import_id) on event',
    'insert on event_also, dirty_day',
    'select (organization_id, id) on dirty_day',
    'select, insert, update on source_hour',
    'select, update on import',
    'insert on import_reject',
    'execute on function ensure_event_partition',
  ],
  app: [
    'select, insert, update, delete on organization, account, membership, session, source, source_key, source_hour',
    'select, insert, update, delete on import, import_chunk, import_reject',
    'select, insert, update, delete on entity, entity_parent, wave, wave_entity, wave_member, network_group, mandate',
    'select (organization_id, ordinal, key, name) on person',
    'select, insert, update, delete on action, turnout, shock, survey_question, governance_item, tool_trial',
    'select, insert, update, delete on site_project, process, entity_contact, declared_figure',
    'select (organization_id, action_key) on attendance',
    'select on voluntary_report, published_survey',
    'select, insert on audit',
    'select on published_week, published_node',
  ],
  read: [
    'select (id, slug, name, class, timezone, k, bands, modules, house_words, seeding) on organization',
    'select on published_week, published_node, published_count, published_cohort, published_tie, published_profile',
    'select on entity, entity_parent, wave, wave_entity',
    'select on published_lag',
    'select on action, turnout, shock, survey_question, published_survey, governance_item, tool_trial',
    'select on site_project, process, entity_contact, declared_figure',
    'select on published_community',
    'select (organization_id, key, name, kind) on network_group',
  ],
  work: [
    'select, insert, update, delete on event, event_also, dirty_day, dirty_week',
    'select, insert, update, delete on entity, entity_parent, person, person_alias, assignment',
    'select, insert, update, delete on wave, wave_entity, wave_member, network_group, mandate',
    'select, insert, update, delete on activity_group_week, activity_group_day, group_change, thread, thread_response',
    'select, insert, update, delete on activity_day, activity_week, activity_tie, milestone',
    'select, insert, update, delete on mask, measure_people, measure_state, measure_volume, measure_cohort',
    'select, insert, update, delete on measure_network, measure_tie, measure_reach, published_tie, published_profile',
    'select, insert, update, delete on published_week, published_node, published_count, published_cohort',
    'select, insert, update, delete on measure_lag, published_lag',
    'select, insert, update, delete on action, attendance, turnout, shock, survey_question, survey_answer, published_survey',
    'select, insert, update, delete on governance_item, tool_trial, site_project, process, entity_contact',
    'select, insert, update, delete on declared_figure, voluntary_report',
    'select, insert, update, delete on measure_exchange, measure_community, measure_own_group, published_community',
    'select, update on organization',
    'select, insert, update on source, source_hour',
    'select, insert, update, delete on import, import_chunk, import_reject',
    'insert on audit',
    'execute on function ensure_event_partition, forget_event_month, alias_of',
  ],
  jobs: [],
};
