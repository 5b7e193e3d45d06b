import { appointmentRhythms, coachingStates } from '#domain/declared/facts.js';
import { unknownEntity } from '../directory/checked.js';
import { emptyPeriod } from '../directory/period.js';
import { type FactReader, moreThanAll } from './fact-kind.js';

export const trials: FactReader<'trials'> = {
  columns: {
    required: ['trial_id', 'tool'],
    optional: ['scenario', 'date', 'participants', 'headcount', 'score', 'chosen'],
  },
  read: (cells) => ({
    key: cells.requiredKey('trial_id'),
    tool: cells.requiredWords('tool'),
    scenario: cells.words('scenario'),
    triedOn: cells.day('date'),
    participants: cells.count('participants'),
    headcount: cells.count('headcount'),
    score: cells.amount('score'),
    chosen: cells.flag('chosen') ?? false,
  }),
  keyOf: ({ key }) => [key],
  problem: ({ participants, headcount }) => {
    if (headcount === 0) return { code: 'bad_number', field: 'headcount', message: 'Nobody cannot take part.' };
    return participants !== null && headcount !== null && participants > headcount ? moreThanAll('participants') : null;
  },
};

export const projects: FactReader<'projects'> = {
  columns: {
    required: ['entity'],
    optional: ['local_director', 'business_lead', 'hr_lead', 'contact', 'kick_off', 'language', 'budget', 'days'],
  },
  read: (cells) => ({
    entityKey: cells.requiredKey('entity'),
    localDirector: cells.words('local_director'),
    businessLead: cells.words('business_lead'),
    hrLead: cells.words('hr_lead'),
    contact: cells.words('contact'),
    kickOff: cells.day('kick_off'),
    language: cells.language('language'),
    budget: cells.amount('budget'),
    days: cells.amount('days'),
  }),
  keyOf: ({ entityKey }) => [entityKey],
  problem: ({ entityKey }, known) => (known.entities.has(entityKey) ? null : unknownEntity('entity')),
};

export const processes: FactReader<'processes'> = {
  columns: {
    required: ['process_id', 'name', 'group'],
    optional: ['tag', 'replaced_on', 'before_hours', 'source', 'copied_from'],
  },
  read: (cells) => ({
    key: cells.requiredKey('process_id'),
    name: cells.requiredWords('name'),
    groupKey: cells.requiredKey('group'),
    tag: cells.key('tag'),
    replacedOn: cells.day('replaced_on'),
    beforeHours: cells.amount('before_hours'),
    source: cells.words('source'),
    copiedFrom: cells.key('copied_from'),
  }),
  keyOf: ({ key }) => [key],
  problem: ({ beforeHours }) =>
    beforeHours === 0
      ? { code: 'bad_number', field: 'before_hours', message: 'A time to resolution is more than nothing.' }
      : null,
};

export const appointments: FactReader<'appointments'> = {
  columns: {
    required: ['appointment_id', 'name', 'every'],
    optional: ['animator', 'hours', 'group', 'from', 'to'],
  },
  read: (cells) => ({
    key: cells.requiredKey('appointment_id'),
    name: cells.requiredWords('name'),
    every: cells.requiredWord('every', appointmentRhythms, 'unknown_rhythm'),
    animator: cells.words('animator'),
    hours: cells.amount('hours'),
    groupKey: cells.key('group'),
    startsOn: cells.day('from'),
    endsOn: cells.day('to'),
  }),
  keyOf: ({ key }) => [key],
  problem: ({ startsOn, endsOn }) =>
    startsOn !== null && endsOn !== null && endsOn < startsOn ? emptyPeriod('to') : null,
};

export const coaching: FactReader<'coaching'> = {
  columns: {
    required: ['coaching_id', 'executive', 'state', 'consent_on'],
    optional: ['coach', 'meeting_on', 'note'],
  },
  read: (cells) => ({
    key: cells.requiredKey('coaching_id'),
    executive: cells.requiredWords('executive'),
    coach: cells.words('coach'),
    meetingOn: cells.day('meeting_on'),
    state: cells.requiredWord('state', coachingStates, 'unknown_state'),
    consentOn: cells.requiredDay('consent_on'),
    note: cells.words('note'),
  }),
  keyOf: ({ key }) => [key],
  problem: ({ state, meetingOn, consentOn }) => {
    if (state === 'held' && meetingOn === null)
      return { code: 'missing_field', field: 'meeting_on', message: 'A meeting that was held has its day.' };
    return meetingOn !== null && state === 'held' && consentOn > meetingOn
      ? { code: 'no_consent', field: 'consent_on', message: 'The person had not yet agreed by then.' }
      : null;
  },
};
