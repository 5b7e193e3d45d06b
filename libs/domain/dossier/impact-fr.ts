import { dayText } from '../sentences/day-text.js';
import { actsSinceText } from './acts-since.js';
import { tablesOf, text } from './blocks.js';
import { type DossierDocument, type DossierFacts } from './dossier.js';

/** A draft of the impact assessment (AIPD), in French: for the controller to complete and to decide. */
export function impactFrench(facts: DossierFacts): DossierDocument {
  const tables = tablesOf(facts, 'fr');
  const ofNetwork = facts.network === null ? 'du réseau social d’entreprise (RSE)' : `de ${facts.network}`;
  return {
    title: `${facts.organization} : analyse d’impact relative à la protection des données`,
    subtitle: `Projet d’AIPD de la mesure de l’adoption ${ofNetwork}, établi le ${dayText(facts.on, 'fr', 'long')} d’après les réglages en vigueur, à compléter par le responsable de traitement`,
    sections: [
      {
        heading: '1. Description du traitement',
        blocks: [
          text(
            `Finalité : conduire le déploiement ${ofNetwork} à partir de comptes de personnes par groupe. Responsable de traitement : ${facts.organization}. Base légale envisagée : [à compléter ; par exemple intérêt légitime, avec droit d’opposition]. Sous-traitants et hébergement : [à compléter].`,
          ),
          text(
            'Une analyse d’impact est à envisager dès que l’activité de salariés est observée ; les listes des autorités de contrôle et le délégué à la protection des données disent si elle est obligatoire.',
          ),
        ],
      },
      { heading: '2. Données et sources', blocks: [tables.sources, text(actsSinceText(facts, 'fr'))] },
      { heading: '3. Modules', blocks: [tables.modules] },
      { heading: '4. Durées de conservation', blocks: [tables.retention] },
      { heading: '5. Destinataires', blocks: [tables.access] },
      {
        heading: '6. Nécessité et proportionnalité',
        blocks: [
          text(
            'Le grain publié est la semaine et le groupe. Les événements bruts ne servent qu’à compter, ne gardent aucun texte libre, et sont supprimés au terme indiqué. Aucun indicateur ne mesure la présence d’une personne, son temps passé ou son inactivité.',
          ),
          tables.mask,
        ],
      },
      {
        heading: '7. Risques et mesures',
        blocks: [
          {
            type: 'table',
            head: ['Risque pour les personnes', 'Mesures dans Essor', 'Ce qui reste à apprécier'],
            rows: [
              [
                'Déduire l’activité d’une personne de chiffres publiés',
                `Groupes d’au moins ${facts.k} personnes formés sur l’effectif seul ; fourchettes ; totaux retenus quand ils resserreraient un groupe ; règles éprouvées par un programme qui tente de les déjouer`,
                'Ce qu’un membre d’un petit groupe sait déjà de ses collègues',
              ],
              [
                'Usage disciplinaire ou évaluation',
                'Rien d’individuel à extraire ; finalité inscrite dans ce dossier',
                'Engagement de la direction : [à compléter]',
              ],
              [
                'Accès par une personne non habilitée',
                'Rôles, compte de base de données propre à chaque usage, journal des accès et des exports',
                'Gestion des comptes et des mots de passe : [à compléter]',
              ],
              [
                'Conservation excessive',
                'Suppression automatique aux durées du point 4',
                'Sauvegardes : [à compléter]',
              ],
              [
                'Détournement de la collecte',
                'Sortes d’événements limitées à une liste ; aucun texte gardé ; modules éteints non calculés',
                'Réglages des sources : [à compléter]',
              ],
              [
                'Collecte à l’insu des salariés',
                'Aucun événement accepté tant que les dates du point 9 manquent, ou décision motivée et journalisée',
                'Qualité de l’information donnée : [à compléter]',
              ],
            ],
          },
        ],
      },
      {
        heading: '8. Droits des personnes',
        blocks: [
          text(
            'Information, accès, rectification, effacement, limitation, opposition : [à compléter : interlocuteur et délais]. Les chiffres publiés, qui portent sur des groupes, ne sont pas recalculés après un effacement.',
          ),
        ],
      },
      {
        heading: '9. Consultation',
        blocks: [
          ...(facts.countries.length > 0 ? [tables.consultation] : [text('Pays : [à compléter]')]),
          ...tables.withoutCountry,
          text('Avis du délégué à la protection des données : [à compléter]. Décision : [à compléter].'),
          text(
            'Ce projet aide à rédiger ; il ne remplace ni l’analyse du responsable de traitement ni un conseil juridique.',
          ),
        ],
      },
    ],
  };
}
