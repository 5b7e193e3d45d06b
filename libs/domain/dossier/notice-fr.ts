import { explainedSites, siteView } from '../purpose/site-view.js';
import { dayText } from '../sentences/day-text.js';
import { formatNumber } from '../sentences/number-text.js';
import { actsSinceText } from './acts-since.js';
import { authoritiesText, closedBefore, list, tablesOf, text } from './blocks.js';
import { directoryText } from './directory-parts.js';
import { type DossierDocument, type DossierFacts } from './dossier.js';

/** What each employee is told before the measurement begins (articles 13 and 14 of the GDPR), in French. */
export function noticeFrench(facts: DossierFacts): DossierDocument {
  const tables = tablesOf(facts, 'fr');
  const network = facts.network ?? 'le réseau social d’entreprise';
  return {
    title: `${facts.organization} : ce qui est mesuré sur ${network}, et ce qui ne l’est pas`,
    subtitle: `Information des salariés, établie le ${dayText(facts.on, 'fr', 'long')} d’après les réglages en vigueur`,
    sections: [
      {
        heading: '1. Ce que votre manager voit de vous : rien',
        blocks: [
          text(
            'Personne ne voit ce que vous faites sur le réseau : ni votre manager, ni la direction, ni le chef de projet. Aucun écran, export, courriel ou journal ne montre l’activité d’une personne, et aucun classement de personnes n’existe.',
          ),
          text(
            `Aucun chiffre ne porte sur moins de ${facts.k} personnes${closedBefore(facts, 'fr')}. Voici ce que voit le directeur d’un site quand un peu moins de la moitié des collègues participent :`,
          ),
          list(...explainedSites.map((people) => seen(people, facts))),
        ],
      },
      {
        heading: '2. Qui, et pourquoi',
        blocks: [
          text(
            `${facts.organization}, responsable du traitement, veut savoir si ${network} est adopté, entité par entité, et ce qui aiderait là où il ne l’est pas. Contact : [à compléter]. Délégué à la protection des données : [à compléter]. Base légale : [à compléter ; par exemple l’intérêt légitime de l’employeur, avec droit d’opposition].`,
          ),
          text(
            'Ces chiffres ne servent ni à vous évaluer, ni à vous récompenser, ni à vous sanctionner, ni à mesurer votre temps de travail. Aucune décision vous concernant n’est prise d’après eux, automatiquement ou non.',
          ),
        ],
      },
      {
        heading: '3. Ce qui est recueilli',
        blocks: [
          text(
            'De chaque acte sur le réseau : qui, quelle sorte d’acte, quand, à propos de quel objet, dans quel groupe, en réponse à quoi ou à qui. Jamais un texte, un titre, une pièce jointe, une adresse de connexion ou une durée de présence. Votre nom y est remplacé par un code.',
          ),
          tables.sources,
          text(actsSinceText(facts, 'fr')),
          text(
            `De l’annuaire de l’entreprise : ${directoryText(facts.directory, 'you', 'fr')}. Le nom affiché d’une personne n’est gardé que si elle tient un rôle déclaré, comme ambassadeur ou sponsor.`,
          ),
        ],
      },
      {
        heading: '4. Ce qui est compté en plus, ou ne l’est pas',
        blocks: [text('Ce qui est éteint n’est pas calculé.'), tables.modules],
      },
      { heading: '5. Jusqu’à quand', blocks: [tables.retention] },
      {
        heading: '6. Qui lit les chiffres',
        blocks: [
          text(
            'Tous lisent les mêmes chiffres publiés, sur des groupes. Sous-traitants, hébergement et transferts hors de l’Union européenne : [à compléter].',
          ),
          tables.access,
        ],
      },
      {
        heading: '7. Vos droits',
        blocks: [
          list(
            'savoir ce qui est conservé à votre sujet, et en recevoir une copie ;',
            'faire corriger ce qui est inexact, ou en limiter l’usage ;',
            'vous opposer à tout moment : vous n’êtes alors plus compté nulle part, et ce qui est conservé à votre sujet est supprimé ;',
            'demander l’effacement.',
          ),
          text(
            `Il suffit d’écrire à : [à compléter]. Votre manager n’en est pas averti. Les chiffres déjà publiés, qui portent sur des groupes, ne changent pas. Vous pouvez aussi saisir l’autorité de contrôle : ${authoritiesText(facts, 'fr')}.`,
          ),
        ],
      },
    ],
  };
}

function seen(people: number, rules: { k: number; bands: boolean }): string {
  const { published } = siteView(people, rules);
  const site = `Site de ${people} personnes`;
  if (published === null) return `${site} : aucun chiffre, il est lu avec d’autres.`;
  const [low, high] = published;
  if (low < high) return `${site} : « de ${low} à ${high} personnes sur ${people} », jamais lesquelles.`;
  return `${site} : « ${formatNumber(low, 'fr')} personnes sur ${people} », jamais lesquelles.`;
}
