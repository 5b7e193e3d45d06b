import { governanceTexts } from '../../declared/governance-texts.js';
import { type Signal, held, saidOf, silent } from '../signal.js';
import { limits } from '../thresholds.js';

/** From reading only to posting: how far a network is opened to everyone (S2). */
export const interactivityLevels = ['read', 'react', 'comment', 'post'] as const;
export type Interactivity = (typeof interactivityLevels)[number];

const words: Record<Interactivity, RegExp> = {
  read: /^(read|lire|lecture)/i,
  react: /^(react|r[ée]agir|r[ée]action)/i,
  comment: /^(comment)/i,
  post: /^(post|publi)/i,
};

/** The level that the note of `interactivity_chosen` begins with, in French or English; null where it names none. */
export function chosenInteractivity(note: string | null): Interactivity | null {
  const text = note?.trim() ?? '';
  return interactivityLevels.find((level) => words[level].test(text)) ?? null;
}

export const interactivityChosen: Signal = {
  ...{ key: 'interactivity_chosen', origin: 'declared', item: 'interactivity_chosen' },
  ...{ title: governanceTexts.interactivity_chosen.title, ask: governanceTexts.interactivity_chosen.question },
  read: ({ item }) => {
    const said = item('interactivity_chosen');
    return saidOf(said) ?? silent('not_said');
  },
};

/** What was chosen beside what is seen: a network opened to comments in which groups only read is not what was chosen. */
export const interactivityObserved: Signal = {
  ...{ key: 'interactivity_observed', origin: 'observed', indicator: 'K42.diffusion' },
  title: { fr: 'Groupes où l’on ne fait que lire', en: 'Groups in which people only read' },
  ask: {
    fr: 'Que faut-il pour que l’on ose réagir et commenter là où c’est ouvert ?',
    en: 'What would it take for people to react and comment where they may?',
    missing: {
      fr: 'Réagit-on et commente-t-on là où c’est ouvert ? Demandez-le à deux ou trois équipes.',
      en: 'Do people react and comment where they may? Ask two or three teams.',
    },
  },
  read: ({ item, observed }) => {
    const chosen = chosenInteractivity(item('interactivity_chosen')?.note ?? null);
    const found = observed('K42.diffusion');
    if (!found) return silent('not_published');
    if (chosen === null) return { ...silent('not_said'), measured: found.outcome, day: found.day };
    const said = { ...held(found.outcome, limits.broadcast), day: found.day };
    return chosen === 'read' && said.light === 'amber' ? { ...said, light: 'green' } : said;
  },
};
