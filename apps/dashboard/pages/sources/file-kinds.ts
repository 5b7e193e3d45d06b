import { type ImportKind } from '#contract/imports.js';
import { plain } from '../../format/plain.js';

/** Header of each canonical file; the export of a network has none. */
export const headers: Record<ImportKind, string> = {
  events: 'id,occurred_at,kind,actor,object,parent,group,target,quantity',
  entities: 'entity_id,parent_id,name,kind,country,timezone',
  people: 'person_id,entity,entity_path,manager_id,is_manager,level,valid_from,valid_to,aliases,name,site,trade,bot',
  waves: 'wave_id,name,kind,planned_start,planned_end,actual_start,actual_end,entities,target,curve',
  members: 'wave_id,person_id,from,to',
  groups: 'group_id,name,kind,creator_id,owner_ids,created_at,archived_at,has_description,open,entity,planned_months',
  mandates: 'person_id,role,entity,from,to',
  actions: 'action_id,kind,name,starts_on,ends_on,state,entities,audience,channel,led_by,object',
  attendance: 'action_id,person_id',
  turnout: 'action_id,entity,people,managers',
  shocks: 'shock_id,name,from,to,entities',
  surveys: 'survey_id,name,date,asked,question_id,wording,about,answers,counted',
  answers: 'survey_id,question_id,respondent,entity,level,answer',
  governance: 'item,scope,state,date,note',
  trials: 'trial_id,tool,scenario,date,participants,headcount,score,chosen',
  projects: 'entity,local_director,business_lead,hr_lead,contact,kick_off,language,budget,days',
  processes: 'process_id,name,group,tag,replaced_on,before_hours,source,copied_from',
  contacts: 'entity,called_on,outcome,note',
  coaching: 'coaching_id,executive,state,consent_on,coach,meeting_on,note',
  history: 'wave_or_entity,period_end,indicator,window,numerator,denominator,source,definition',
  appointments: 'appointment_id,name,every,animator,hours,group,from,to',
  targets: 'wave_or_entity,indicator,window,at_least,at_most,by',
  reports: 'person_id,role,period_end,consent_on,posts,replies,feedback,launch_speech',
  mattermost: '',
  slack: '',
  'slack-analytics': '',
  yammer: '',
  m365: '',
  exo: '',
  humhub: '',
  discourse: '',
  workplace: '',
  zulip: '',
  rocketchat: '',
};

const words: [ImportKind, RegExp][] = [
  ['exo', /(^|[^a-z])(exo|meeds)[^a-z].*\.(json|jsonl|ndjson)$|^analytics_\d/],
  ['humhub', /humhub.*\.(json|jsonl|ndjson)$/],
  ['discourse', /discourse|user.list.*\.csv$|(latest.)?posts\.json$|user.actions.*\.json$/],
  ['workplace', /workplace.*\.xlsx$|^employees?.data.*\.xlsx$/],
  ['rocketchat', /rocket.?chat.*\.(json|jsonl|ndjson|zip)$/],
  ['zulip', /zulip.*\.(tar|tar\.gz|tgz)$/],
  ['m365', /activity.?userdetail|deviceusage.?userdetail/],
  ['slack-analytics', /member.analytics|(slack|member).*\.(json|ndjson)(\.gz)?$/],
  ['slack', /slack.*\.zip$/],
  ['yammer', /(yammer|viva|engage).*\.zip$|^export-\d+.*\.zip$/],
  ['mattermost', /mattermost.*\.zip$|\.(jsonl|ndjson)$/],
  ['attendance', /attendance|participants|emargement/],
  ['answers', /answer|reponse/],
  ['surveys', /survey|enquete|sondage/],
  ['coaching', /coaching|accompagnement/],
  ['actions', /action|animation/],
  ['targets', /target|objectif/],
  ['shocks', /shock|exceptionnel/],
  ['history', /histor/],
  ['members', /member|membre/],
  ['mandates', /mandate|mandat|mission|ambassad/],
  ['waves', /wave|vague/],
  ['entities', /entit/],
  ['people', /people|person|annuaire/],
  ['groups', /group|communaut/],
  ['events', /event|evenement/],
];

/** What a file most likely holds, from its name alone; null when nothing says so. */
export function kindOfFile(name: string): ImportKind | null {
  const said = plain(name);
  return words.find(([, word]) => word.test(said))?.[0] ?? null;
}
