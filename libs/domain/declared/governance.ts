import { type Day } from '../calendar/day.js';

/** What no log can show and somebody must say (kpis §4). Keys are kept for ever; titles are with the texts of the page. */
export const governanceItems = [
  // E1, P3
  'vision_problems',
  'vision_uses',
  'vision_audience',
  'objectives_dated',
  // E2
  'sponsor_named',
  'sponsor_launch_speech',
  // E3
  'managers_objectives',
  'other_tools_stopped',
  // E4
  'communication_plan',
  'parties_involved',
  // E5
  'integrations_listed',
  'processes_moved',
  // E6, A4, A5
  'charter',
  'editorial_charter',
  'publication_rules',
  'moderators_named',
  'place_beside_mail_and_chat',
  // E7
  'content_plan',
  'launch_checklist',
  // E8
  'animators_named',
  'animation_time_allotted',
  'regular_appointments',
  // E9
  'test_panel',
  'feedback_collected',
  // E10
  'support_plan',
  'faq',
  'vendor_support',
  // P1, P2, P4
  'culture_assessed',
  'needs_assessed',
  'modules_planned',
  'budget_and_people',
  'community_managers_two_levels',
  // A1, A2, A3, A6
  'interactivity_chosen',
  'tool_signed_off',
  'spaces_framed',
  'ambassadors_upstream',
  // To hold beside: takeaways of the field
  'executives_convinced_in_person',
  'network_is_central_brick',
  'human_first',
  'co_construction',
] as const;
export type GovernanceItem = (typeof governanceItems)[number];

export const governanceStates = ['done', 'started', 'missing', 'not_applicable'] as const;

export interface GovernanceState {
  key: GovernanceItem;
  /** An entity or a wave; empty = the whole organisation. */
  scope: string;
  state: (typeof governanceStates)[number];
  statedOn: Day;
  note: string | null;
}
