import { type Indicator, type Outcome } from './indicator.js';
import { masked, shareOfActivated, undefinedFor } from './outcome.js';
import { type Persona, personas } from './personas.js';
import { type Reading } from './reading.js';

function shareOf(reading: Reading, persona: Persona): Outcome {
  // Personas are told of everyone in a place only: those of the place are not those of its managers.
  if (reading.population !== 'everyone') return masked('not_published');
  // Balance needs both sides: a source that names no addressee knows what people give, not what they get.
  const received = reading.during('received', 28);
  if (received && received.high <= 2) return undefinedFor('needs_targets');
  const next = personas[personas.indexOf(persona) + 1];
  const read = reading.of('persona');
  const people = read.during(persona);
  // A persona that is read together with the one after it says nothing of its own.
  if (!people || (next && !read.during(next))) return masked('not_published', reading.state('activated'));
  return shareOfActivated(reading, people);
}

const ofPersona = (persona: Persona, title: Indicator['title'], meaning: Indicator['meaning']): Indicator => ({
  title,
  meaning,
  unit: 'percent',
  frame: 'window',
  windows: [91],
  defaultWindow: 91,
  alsoWindows: [28],
  denominator: { fr: 'personnes activées', en: 'people activated' },
  beside: ['persona'],
  value: (reading) => shareOf(reading, persona),
});

export const engagers = ofPersona(
  'engager',
  { fr: 'Profil « Échange »', en: 'Engagers' },
  {
    fr: 'Part des personnes qui donnent et reçoivent à parts voisines : réponses et réactions font de 35 à 65 % du tout.',
    en: 'Share of the people who give and get about as much: replies and reactions received are 35 to 65% of the whole.',
  },
);
export const catalysts = ofPersona(
  'catalyst',
  { fr: 'Profil « Catalyseur »', en: 'Catalysts' },
  {
    fr: 'Part des personnes dont les messages suscitent bien plus qu’elles n’écrivent.',
    en: 'Share of the people who get far more responses than they write.',
  },
);
export const responders = ofPersona(
  'responder',
  { fr: 'Profil « Réponse »', en: 'Responders' },
  {
    fr: 'Part des personnes qui répondent et réagissent bien plus qu’elles ne reçoivent.',
    en: 'Share of the people who reply and react far more than they get back.',
  },
);
export const broadcasters = ofPersona(
  'broadcaster',
  { fr: 'Profil « Diffusion »', en: 'Broadcasters' },
  {
    fr: 'Part des personnes qui publient plus qu’elles ne répondent, avec peu de retours.',
    en: 'Share of the people who post more than they reply, and get little back.',
  },
);
export const observers = ofPersona(
  'observer',
  { fr: 'Profil « Observation »', en: 'Observers' },
  {
    fr: 'Part des personnes activées ayant laissé moins de 3 messages ou réactions en 91 jours.',
    en: 'Share of the people activated who left fewer than 3 posts, replies or reactions in 91 days.',
  },
);
