/** Where a table lives once the database is several machines. On one machine it says nothing. */
export type Placement = 'distributed' | 'reference' | 'local';

/**
 * Every table stands here once; the test that reads the catalogue names one that does not.
 * Distributed: rows of one organisation, on the machine of that organisation, beside all its others.
 * Reference: small and read everywhere, also before it is known which organisation it is about: whole on every machine.
 * Local: of accounts, of the installation, or with a trigger: on the first machine alone.
 */
export const placements: Record<Placement, readonly string[]> = {
  distributed: [
    ...['action', 'activity_day', 'activity_group_day', 'activity_group_week', 'activity_hour'],
    ...['activity_tie', 'activity_week', 'appointment', 'assignment', 'attendance', 'coaching'],
    ...['committee', 'committee_item', 'consultation', 'declared_figure', 'directory_day'],
    ...['directory_setting', 'dirty_day', 'dirty_week', 'entity', 'entity_contact', 'entity_parent'],
    ...['event', 'event_also', 'figure_note', 'gate_override', 'governance_item', 'group_change', 'import'],
    ...['import_chunk', 'import_profile', 'import_reject', 'left_out', 'mandate', 'mask', 'mask_member'],
    ...['measure_cohort', 'measure_community', 'measure_concentration', 'measure_exchange'],
    ...['measure_habit', 'measure_lag', 'measure_launch', 'measure_network', 'measure_own_group'],
    ...['measure_people', 'measure_persona', 'measure_reach', 'measure_relay', 'measure_rhythm'],
    ...['measure_state', 'measure_tie', 'measure_usage', 'measure_volume', 'message_counted'],
    ...['message_seen', 'milestone', 'network_group', 'organization_key', 'person', 'person_alias'],
    ...['process', 'proposed_place', 'published_cohort', 'published_community', 'published_count'],
    ...['published_influence', 'published_lag', 'published_node', 'published_profile', 'published_survey'],
    ...['published_tie', 'published_week', 'pull_source', 'quality_count', 'relay_proposal', 'report'],
    ...['report_issue', 'report_mail', 'saved_view', 'scim_resource', 'shock', 'site_project', 'source'],
    ...['source_day', 'source_evidence', 'source_hour', 'source_key', 'source_name', 'source_unmapped'],
    ...['survey_answer', 'survey_question', 'target', 'thread', 'thread_response', 'tool_trial', 'turnout'],
    ...['voice_setting', 'voluntary_report', 'wave', 'wave_decision', 'wave_entity', 'wave_member'],
  ],
  reference: ['account', 'group_role', 'membership', 'organization', 'scim_token'],
  local: [
    ...[
      'account_identity',
      'account_link',
      'api_token',
      'attempt',
      'audit',
      'audit_chain',
      'logout_token',
      'migration',
    ],
    ...['recovery_code', 'second_factor', 'session', 'sign_in_attempt'],
  ],
};
