import { dayText } from '../sentences/day-text.js';
import { actsSinceText, gateText, toldFirst } from './acts-since.js';
import { closedBefore, list, tablesOf, text } from './blocks.js';
import { directoryText } from './directory-parts.js';
import { type DossierDocument, type DossierFacts } from './dossier.js';

/** What the representatives of employees are given before they are heard, in English. */
export function councilEnglish(facts: DossierFacts): DossierDocument {
  const tables = tablesOf(facts, 'en');
  const network = facts.network ?? 'the enterprise social network';
  return {
    title: `${facts.organization}: measuring the adoption of ${network}`,
    subtitle: `Information for the consultation of the representatives of employees (works council), drawn up on ${dayText(facts.on, 'en', 'long')} from the settings in force`,
    sections: [
      {
        heading: '1. Purpose',
        blocks: [
          text(
            `The project is to know, entity by entity and wave by wave, whether ${network} is really being adopted, and what would help where it is not: support, animation, example, ambassadors. The tool, Essor, counts people in groups. It produces no figure about a person.`,
          ),
          text(
            'The results serve to lead the rollout. They serve neither to assess, nor to reward, nor to discipline anybody, nor to measure working time or availability.',
          ),
        ],
      },
      {
        heading: '2. What is collected',
        blocks: [
          text(
            'Of each act on the network, Essor keeps: who, which kind of act, when, about which object, in which group, in reply to what or to whom. It keeps no text, no title, no attachment, no network address, no length of presence.',
          ),
          tables.sources,
          text(actsSinceText(facts, 'en')),
          text(`The directory gives for each person ${directoryText(facts.directory, 'each', 'en')}.`),
        ],
      },
      {
        heading: '3. What is counted beside that, or is not',
        blocks: [
          text(
            'These modules are off until they were declared. A module that is off is not hidden: it is not computed.',
          ),
          tables.modules,
        ],
      },
      {
        heading: '4. What is published',
        blocks: [
          text(
            `No figure is about fewer than ${facts.k} people${closedBefore(facts, 'en')}. Smaller groups are read with others, on their headcount alone, so that no subtraction brings them back. Below 200 people, what people did is published as a band; never 0 % nor 100 %.`,
          ),
          tables.mask,
          text(
            'What is declared (headcounts, invitations sent, dates, checklists, actions) is shown exactly. The only names shown are those of declared roles, such as ambassador or sponsor, without any activity.',
          ),
        ],
      },
      {
        heading: '5. What the project rules out',
        blocks: [
          list(
            'any screen, export, mail or log that shows what a person does;',
            'any ranking of people;',
            'any measure of the presence of a person, of their idleness or time spent;',
            'any reading of what messages say;',
            'any individual objective measured on the network.',
          ),
        ],
      },
      { heading: '6. How long data are kept', blocks: [tables.retention] },
      {
        heading: '7. Who sees what',
        blocks: [
          text(
            'Of the people they lead, managers see the published figures of their entity alone, as every reader does.',
          ),
          tables.access,
        ],
      },
      {
        heading: '8. Rights of people',
        blocks: [
          text(
            `${toldFirst(facts, 'en')} Requests of access, objection and erasure are sent to: [to be filled in]. Data-protection officer: [to be filled in].`,
          ),
        ],
      },
      {
        heading: '9. Consultation and information',
        blocks: [
          text(`${gateText(facts, 'en')} The texts named are pointers, and no legal advice.`),
          ...(facts.countries.length > 0 ? [tables.consultation] : [text('Country: [to be filled in]')]),
          ...tables.withoutCountry,
          text(
            'Opinion of the representatives of employees: [to be filled in]. Undertakings of the session: [to be filled in].',
          ),
        ],
      },
    ],
  };
}
