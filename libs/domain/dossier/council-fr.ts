import { dayText } from '../sentences/day-text.js';
import { actsSinceText, gateText, toldFirst } from './acts-since.js';
import { closedBefore, list, tablesOf, text } from './blocks.js';
import { directoryText } from './directory-parts.js';
import { type DossierDocument, type DossierFacts } from './dossier.js';

/** What the representatives of employees are given before they are heard, in French. */
export function councilFrench(facts: DossierFacts): DossierDocument {
  const tables = tablesOf(facts, 'fr');
  const network = facts.network ?? 'le réseau social d’entreprise (RSE)';
  const ofNetwork = facts.network === null ? 'du réseau social d’entreprise (RSE)' : `de ${facts.network}`;
  return {
    title: `${facts.organization} : mesure de l’adoption ${ofNetwork}`,
    subtitle: `Dossier d’information pour la consultation des représentants du personnel (CSE), établi le ${dayText(facts.on, 'fr', 'long')} d’après les réglages en vigueur`,
    sections: [
      {
        heading: '1. Objet',
        blocks: [
          text(
            `Le projet consiste à savoir, entité par entité et vague par vague, si ${network} est réellement adopté, et ce qui aiderait là où il ne l’est pas : accompagnement, animation, exemple donné, ambassadeurs. L’outil employé, Essor, compte des personnes dans des groupes. Il ne produit aucun chiffre sur une personne.`,
          ),
          text(
            'Les résultats servent à conduire le déploiement. Ils ne servent ni à évaluer, ni à récompenser, ni à sanctionner une personne, ni à mesurer son temps de travail ou sa disponibilité.',
          ),
        ],
      },
      {
        heading: '2. Ce qui est recueilli',
        blocks: [
          text(
            'De chaque acte sur le réseau, Essor garde : qui, quelle sorte d’acte, quand, à propos de quel objet, dans quel groupe, en réponse à quoi ou à qui. Il ne garde aucun texte, aucun titre, aucune pièce jointe, aucune adresse de connexion, aucune durée de présence.',
          ),
          tables.sources,
          text(actsSinceText(facts, 'fr')),
          text(`L’annuaire donne pour chaque personne ${directoryText(facts.directory, 'each', 'fr')}.`),
        ],
      },
      {
        heading: '3. Ce qui est compté en plus, ou ne l’est pas',
        blocks: [
          text(
            'Les modules suivants sont éteints tant qu’ils n’ont pas été déclarés. Un module éteint n’est pas masqué : il n’est pas calculé.',
          ),
          tables.modules,
        ],
      },
      {
        heading: '4. Ce qui est publié',
        blocks: [
          text(
            `Aucun chiffre ne porte sur moins de ${facts.k} personnes${closedBefore(facts, 'fr')}. Les groupes plus petits sont lus avec d’autres, d’après leur seul effectif, de sorte qu’aucune soustraction ne les fasse réapparaître. En dessous de 200 personnes, ce que les gens ont fait est publié en fourchette ; jamais 0 % ni 100 %.`,
          ),
          tables.mask,
          text(
            'Ce qui est déclaré (effectifs, invitations envoyées, dates, listes de vérification, actions) est montré exactement. Les seuls noms affichés sont ceux des rôles déclarés, comme ambassadeur ou sponsor, sans aucune activité.',
          ),
        ],
      },
      {
        heading: '5. Ce que le projet exclut',
        blocks: [
          list(
            'tout écran, export, courriel ou journal qui montre l’activité d’une personne ;',
            'tout classement de personnes ;',
            'toute mesure de la présence d’une personne, de son inactivité ou de son temps passé ;',
            'toute lecture du contenu des messages ;',
            'tout objectif individuel mesuré sur le réseau.',
          ),
        ],
      },
      { heading: '6. Durées de conservation', blocks: [tables.retention] },
      {
        heading: '7. Qui voit quoi',
        blocks: [
          text('Un manager ne voit de ses collaborateurs que les chiffres publiés de son entité, comme tout lecteur.'),
          tables.access,
        ],
      },
      {
        heading: '8. Droits des personnes',
        blocks: [
          text(
            `${toldFirst(facts, 'fr')} Les demandes d’accès, d’opposition et d’effacement sont adressées à : [à compléter]. Délégué à la protection des données : [à compléter].`,
          ),
        ],
      },
      {
        heading: '9. Consultation et information',
        blocks: [
          text(`${gateText(facts, 'fr')} Les textes cités sont des repères et ne remplacent pas un conseil juridique.`),
          ...(facts.countries.length > 0 ? [tables.consultation] : [text('Pays : [à compléter]')]),
          ...tables.withoutCountry,
          text('Avis des représentants du personnel : [à compléter]. Engagements pris en séance : [à compléter].'),
        ],
      },
    ],
  };
}
