import { explainedSites, siteView } from '../purpose/site-view.js';
import { dayText } from '../sentences/day-text.js';
import { formatNumber } from '../sentences/number-text.js';
import { actsSinceText } from './acts-since.js';
import { authoritiesText, closedBefore, list, tablesOf, text } from './blocks.js';
import { directoryText } from './directory-parts.js';
import { type DossierDocument, type DossierFacts } from './dossier.js';

/** What each employee is told before the measurement begins (articles 13 and 14 of the GDPR), in English. */
export function noticeEnglish(facts: DossierFacts): DossierDocument {
  const tables = tablesOf(facts, 'en');
  const network = facts.network ?? 'the enterprise social network';
  return {
    title: `${facts.organization}: what is measured on ${network}, and what is not`,
    subtitle: `Information for employees, drawn up on ${dayText(facts.on, 'en', 'long')} from the settings in force`,
    sections: [
      {
        heading: '1. What your manager sees of you: nothing',
        blocks: [
          text(
            'Nobody sees what you do on the network: neither your manager, nor the management, nor the project manager. No screen, export, mail or log shows the activity of a person, and there is no ranking of people.',
          ),
          text(
            `No figure is about fewer than ${facts.k} people${closedBefore(facts, 'en')}. This is what the director of a site sees when a little less than half of the colleagues take part:`,
          ),
          list(...explainedSites.map((people) => seen(people, facts))),
        ],
      },
      {
        heading: '2. Who, and why',
        blocks: [
          text(
            `${facts.organization}, the controller, wants to know whether ${network} is adopted, entity by entity, and what would help where it is not. Contact: [to be filled in]. Data-protection officer: [to be filled in]. Legal basis: [to be filled in; for instance the legitimate interest of the employer, with a right to object].`,
          ),
          text(
            'These figures serve neither to assess, nor to reward, nor to discipline you, nor to measure your working time. No decision about you is taken from them, automatically or otherwise.',
          ),
        ],
      },
      {
        heading: '3. What is collected',
        blocks: [
          text(
            'Of each act on the network: who, which kind of act, when, about which object, in which group, in reply to what or to whom. Never a text, a title, an attachment, a network address or a length of presence. Your name is replaced there by a code.',
          ),
          tables.sources,
          text(actsSinceText(facts, 'en')),
          text(
            `Of the directory of the company: ${directoryText(facts.directory, 'you', 'en')}. The displayed name of a person is kept only if they hold a declared role, such as ambassador or sponsor.`,
          ),
        ],
      },
      {
        heading: '4. What is counted beside that, or is not',
        blocks: [text('What is off is not computed.'), tables.modules],
      },
      { heading: '5. Until when', blocks: [tables.retention] },
      {
        heading: '6. Who reads the figures',
        blocks: [
          text(
            'All read the same published figures, about groups. Processors, hosting and transfers outside the European Union: [to be filled in].',
          ),
          tables.access,
        ],
      },
      {
        heading: '7. Your rights',
        blocks: [
          list(
            'to know what is stored about you, and to get a copy;',
            'to have corrected what is wrong, or its use restricted;',
            'to object at any time: you are then counted nowhere any more, and what is stored about you is deleted;',
            'to ask for erasure.',
          ),
          text(
            `It is enough to write to: [to be filled in]. Your manager is not told. Figures that are already published, which are about groups, do not change. You may also turn to the supervisory authority: ${authoritiesText(facts, 'en')}.`,
          ),
        ],
      },
    ],
  };
}

function seen(people: number, rules: { k: number; bands: boolean }): string {
  const { published } = siteView(people, rules);
  const site = `Site of ${people} people`;
  if (published === null) return `${site}: no figure, it is read with others.`;
  const [low, high] = published;
  if (low < high) return `${site}: “${low} to ${high} people of ${people}”, never which.`;
  return `${site}: “${formatNumber(low, 'en')} people of ${people}”, never which.`;
}
