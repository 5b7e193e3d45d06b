import { frenchTypography } from '#domain/sentences/typography.js';
import { type CommitteeFields, type ItemFields } from '#storage/steering/committee.repository.js';
import { type Organisation } from './organisation.js';
import { type DemoFrame } from './scenario.js';
import { cast } from './stories.js';
import { dayText } from './timeline.js';

export interface DemoCommittee extends CommitteeFields {
  items: ItemFields[];
}

const participants = [
  'Directrice générale adjointe',
  'Directeur des ressources humaines',
  'Directrice de la communication interne',
  'Cheffe de projet numérique',
];

/**
 * The steering committees of a demo: three that sat on Thursdays, the last one days before the end, and one to come. What
 * they decided is about the entities and waves of the planted stories, and one thing is late.
 */
export function committeesOf(organisation: Organisation, frame: DemoFrame): DemoCommittee[] {
  return written(organisation, frame).map((committee) => ({
    ...committee,
    items: committee.items.map((item) => ({ ...item, text: frenchTypography(item.text) })),
  }));
}

function written(organisation: Organisation, frame: DemoFrame): DemoCommittee[] {
  const who = cast[frame.scenario];
  const place = (id: string): string => organisation.entities.find((entity) => entity.id === id)?.name ?? id;
  const wave = (id: string): string => organisation.waves.find((one) => one.id === id)?.name ?? id;
  const day = (afterEnd: number): string => dayText(frame.last + afterEnd);
  const done = (afterEnd: number) => ({ state: 'done' as const, settledOn: day(afterEnd) });
  const open = { state: 'open' as const, settledOn: null };
  const asked = { state: 'asked' as const, dueOn: null, settledOn: null };
  return [
    {
      heldOn: day(-59),
      participants,
      items: [
        {
          ...{ kind: 'decision', text: `${wave(who.waveAhead)} : garder le rythme, aucun renfort à demander` },
          ...{ owner: 'Directrice générale adjointe', dueOn: day(-45), ...done(-45) },
        },
        {
          ...{ kind: 'decision', text: `Reprendre ailleurs le webinaire qui a marché : ${place(who.webinarWorked)}` },
          ...{ owner: 'Cheffe de projet numérique', dueOn: day(-38), ...done(-40) },
        },
        {
          ...{ kind: 'action', text: `${place(who.withoutAmbassador)} : trouver un premier ambassadeur` },
          ...{ owner: 'Directeur des ressources humaines', dueOn: day(-24), ...open },
        },
      ],
    },
    {
      heldOn: day(-31),
      participants,
      items: [
        {
          ...{ kind: 'decision', text: `${wave(who.waveLate)} : tenir la date de fin malgré l’ouverture tardive` },
          ...{ owner: 'Directrice générale adjointe', dueOn: day(46), ...open },
        },
        {
          ...{ kind: 'action', text: `${place(who.stalled)} : appeler la direction, l’activité baisse chaque semaine` },
          ...{ owner: 'Directeur des ressources humaines', dueOn: day(-17), ...done(-18) },
        },
        {
          ...{ kind: 'action', text: 'Demander aux managers qui écrivent le plus de laisser la parole aux équipes' },
          ...{ owner: 'Directrice de la communication interne', dueOn: day(11), ...open },
        },
      ],
    },
    {
      heldOn: day(-3),
      participants,
      items: [
        {
          ...{
            kind: 'decision',
            text: `Ne pas refaire tel quel le webinaire resté sans effet : ${place(who.webinarFailed)}`,
          },
          ...{ owner: 'Cheffe de projet numérique', dueOn: day(18), ...open },
        },
        {
          ...{ kind: 'action', text: `${place(who.stalled)} : proposer une visite sur place` },
          ...{ owner: 'Directrice de la communication interne', dueOn: day(18), ...open },
        },
      ],
    },
    {
      heldOn: day(25),
      participants,
      items: [
        { kind: 'decision', text: `${place(who.stalled)} : relancer ou faire une pause ?`, owner: null, ...asked },
        {
          ...{ kind: 'decision', text: `${wave(who.waveLate)} : payer deux jours d’animation par site ?` },
          ...{ owner: null, ...asked },
        },
      ],
    },
  ];
}
