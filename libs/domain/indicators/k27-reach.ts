import { type Indicator } from './indicator.js';
import { masked, share, undefinedFor } from './outcome.js';

export const reach: Indicator = {
  title: { fr: 'Portée des messages officiels', en: 'Reach of official messages' },
  meaning: {
    fr: 'Part des personnes à qui s’adressait au moins un message officiel de la période et qui en ont vu au moins un : elles l’ont affiché, ont réagi, répondu ou partagé. Vu ne veut pas dire lu. Si la source ne transmet pas les vues, c’est un minimum.',
    en: 'Share of the people to whom at least one official message of the period was addressed and who saw at least one: they viewed it, reacted, answered or shared it. Seen is not read. Where the source does not send views, it is a minimum.',
  },
  unit: 'percent',
  frame: 'window',
  windows: [28, 91],
  defaultWindow: 28,
  denominator: {
    fr: 'personnes à qui s’adressait un message officiel',
    en: 'people to whom an official message was addressed',
  },
  value: (reading) => {
    const targeted = reading.during('targeted');
    if (!targeted) return masked('not_published');
    if (targeted.high <= 0) return { ...undefinedFor('no_official_message'), denominator: targeted };
    return share(reading.during('seen'), targeted, reading.k);
  },
};
