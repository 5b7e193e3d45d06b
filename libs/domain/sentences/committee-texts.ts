import { type Texts, type Wording } from './wording.js';

/** Day of the committee to come, '' where none is planned; decisions that one still has to take. */
type Coming = { next: string; asked: number };

export interface CommitteeParams {
  'committee.none': Record<string, never>;
  'committee.first': Coming;
  /** Of the last one; `late` are among the `open`; `older`: still open of those before. */
  'committee.became': Became;
}

type Became = { day: string; decisions: number; actions: number; older: number } & Coming & {
    open: number;
    late: number;
    done: number;
    dropped: number;
  };

const takenFr = ({ decisions, actions }: Became, w: Wording): string =>
  [
    decisions > 0 && `${w.number(decisions)}\u00a0${w.plural(decisions, 'décision', 'décisions')}`,
    actions > 0 && `${w.number(actions)}\u00a0${w.plural(actions, 'action', 'actions')}`,
  ]
    .filter(Boolean)
    .join(' et ');

const takenEn = ({ decisions, actions }: Became, w: Wording): string =>
  [
    decisions > 0 && `${w.number(decisions)}\u00a0${w.plural(decisions, 'decision', 'decisions')}`,
    actions > 0 && `${w.number(actions)}\u00a0${w.plural(actions, 'action', 'actions')}`,
  ]
    .filter(Boolean)
    .join(' and ');

function becameFr({ open, late, done, dropped }: Became, w: Wording): string {
  const lateWords = late === 0 ? '' : late === open ? ', en retard' : `, dont ${w.number(late)} en retard`;
  return [
    done > 0 && `${w.number(done)}\u00a0${w.plural(done, 'faite', 'faites')}`,
    open > 0 && `${w.number(open)}\u00a0${w.plural(open, 'ouverte', 'ouvertes')}${lateWords}`,
    dropped > 0 && `${w.number(dropped)}\u00a0${w.plural(dropped, 'abandonnée', 'abandonnées')}`,
  ]
    .filter(Boolean)
    .join(' ; ');
}

function becameEn({ open, late, done, dropped }: Became, w: Wording): string {
  const lateWords = late === 0 ? '' : late === open ? ', late' : `, ${w.number(late)} of them late`;
  return [
    done > 0 && `${w.number(done)} done`,
    open > 0 && `${w.number(open)} open${lateWords}`,
    dropped > 0 && `${w.number(dropped)} dropped`,
  ]
    .filter(Boolean)
    .join('; ');
}

function olderFr({ older }: Became, w: Wording): string {
  return older === 0
    ? ''
    : ` Des précédents, ${w.number(older)}\u00a0${w.plural(older, 'reste ouverte', 'restent ouvertes')}.`;
}

function olderEn({ older }: Became, w: Wording): string {
  return older === 0 ? '' : ` Of earlier ones ${w.number(older)}\u00a0${w.plural(older, 'is', 'are')} still open.`;
}

function comingFr({ next, asked }: Coming, w: Wording): string {
  if (asked === 0) return next === '' ? '' : ` Prochain COPIL le ${w.day(next)} : rien n’y est encore demandé.`;
  const what = `${w.number(asked)}\u00a0${w.plural(asked, 'décision', 'décisions')}`;
  return next === ''
    ? ` ${capital(what)} à prendre, sans date de COPIL.`
    : ` Au COPIL du ${w.day(next)} : ${what} à prendre.`;
}

function comingEn({ next, asked }: Coming, w: Wording): string {
  if (asked === 0) return next === '' ? '' : ` Next committee on ${w.day(next)}: nothing is asked of it yet.`;
  const what = `${w.number(asked)}\u00a0${w.plural(asked, 'decision', 'decisions')}`;
  return next === ''
    ? ` ${capital(what)} to take, with no committee planned.`
    : ` For the committee of ${w.day(next)}: ${what} to take.`;
}

/** What did we decide, what became of it, what do we ask now. */
export const committeeTexts: Texts<CommitteeParams> = {
  'committee.none': {
    fr: () => 'Aucun COPIL n’est enregistré : rien ne dit encore ce qui a été décidé, ni ce qui est demandé.',
    en: () => 'No steering committee is recorded: nothing says yet what was decided, nor what is asked.',
  },
  'committee.first': {
    fr: (p, w) => `Aucun COPIL ne s’est encore tenu.${comingFr(p, w)}`,
    en: (p, w) => `No steering committee has sat yet.${comingEn(p, w)}`,
  },
  'committee.became': {
    fr: (p, w) =>
      p.decisions + p.actions === 0
        ? `Le COPIL du ${w.day(p.day)} n’a laissé ni décision ni action.${olderFr(p, w)}${comingFr(p, w)}`
        : `Le COPIL du ${w.day(p.day)} a laissé ${takenFr(p, w)} : ${becameFr(p, w)}.${olderFr(p, w)}${comingFr(p, w)}`,
    en: (p, w) =>
      p.decisions + p.actions === 0
        ? `The committee of ${w.day(p.day)} left neither decision nor action.${olderEn(p, w)}${comingEn(p, w)}`
        : `The committee of ${w.day(p.day)} left ${takenEn(p, w)}: ${becameEn(p, w)}.${olderEn(p, w)}${comingEn(p, w)}`,
  },
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
