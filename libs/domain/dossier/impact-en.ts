import { dayText } from '../sentences/day-text.js';
import { actsSinceText } from './acts-since.js';
import { tablesOf, text } from './blocks.js';
import { type DossierDocument, type DossierFacts } from './dossier.js';

/** A draft of the impact assessment (DPIA), in English: for the controller to complete and to decide. */
export function impactEnglish(facts: DossierFacts): DossierDocument {
  const tables = tablesOf(facts, 'en');
  const network = facts.network ?? 'the enterprise social network';
  return {
    title: `${facts.organization}: data-protection impact assessment`,
    subtitle: `Draft DPIA of the measurement of the adoption of ${network}, drawn up on ${dayText(facts.on, 'en', 'long')} from the settings in force, to be completed by the controller`,
    sections: [
      {
        heading: '1. Description of the processing',
        blocks: [
          text(
            `Purpose: to lead the rollout of ${network} by counts of people in groups. Controller: ${facts.organization}. Legal basis considered: [to be filled in; for instance legitimate interest, with the right to object]. Processors and hosting: [to be filled in].`,
          ),
          text(
            'An impact assessment is to be considered as soon as the activity of employees is observed; the lists of the supervisory authorities and the data-protection officer tell whether it is mandatory.',
          ),
        ],
      },
      { heading: '2. Data and sources', blocks: [tables.sources, text(actsSinceText(facts, 'en'))] },
      { heading: '3. Modules', blocks: [tables.modules] },
      { heading: '4. How long data are kept', blocks: [tables.retention] },
      { heading: '5. Recipients', blocks: [tables.access] },
      {
        heading: '6. Necessity and proportionality',
        blocks: [
          text(
            'What is published is about weeks and groups. Raw events serve to count alone, keep no free text, and are deleted at the term given. No indicator measures the presence of a person, their time spent or idleness.',
          ),
          tables.mask,
        ],
      },
      {
        heading: '7. Risks and measures',
        blocks: [
          {
            type: 'table',
            head: ['Risk for people', 'Measures in Essor', 'What is left to be judged'],
            rows: [
              [
                'Deducing what a person did from published figures',
                `Groups of at least ${facts.k} people formed on headcount alone; bands; totals withheld where they would narrow a group; rules tried by a program that attempts to defeat them`,
                'What a member of a small group knows of colleagues already',
              ],
              [
                'Disciplinary use or assessment',
                'Nothing individual to be extracted; purpose written in this file',
                'Undertaking of the management: [to be filled in]',
              ],
              [
                'Access by somebody unauthorised',
                'Roles, a database account for each use, a log of access and exports',
                'Care of accounts and passwords: [to be filled in]',
              ],
              ['Keeping too long', 'Automatic deletion at the terms of point 4', 'Backups: [to be filled in]'],
              [
                'Collection that grows beyond its purpose',
                'Kinds of events limited to a list; no text kept; modules that are off are not computed',
                'Settings of the sources: [to be filled in]',
              ],
              [
                'Collection without the knowledge of employees',
                'No event accepted while dates of point 9 are missing, or a reasoned and logged decision',
                'Quality of the information given: [to be filled in]',
              ],
            ],
          },
        ],
      },
      {
        heading: '8. Rights of people',
        blocks: [
          text(
            'Information, access, rectification, erasure, restriction, objection: [to be filled in: contact and delays]. Published figures, which are about groups, are not computed again after an erasure.',
          ),
        ],
      },
      {
        heading: '9. Consultation',
        blocks: [
          ...(facts.countries.length > 0 ? [tables.consultation] : [text('Country: [to be filled in]')]),
          ...tables.withoutCountry,
          text('Opinion of the data-protection officer: [to be filled in]. Decision: [to be filled in].'),
          text('This draft helps to write; it replaces neither the assessment of the controller nor legal advice.'),
        ],
      },
    ],
  };
}
