/** Where a figure was published; `url` is null for articles that are cited by title. */
interface Citation {
  title: string;
  url: string | null;
}

const cite = (title: string, url: string | null = null): Citation => ({ title, url });

export const sources = {
  deploiement: cite('Talkspirit, « Déploiement d’un réseau social d’entreprise : réussir l’étape-clé »'),
  erreurs: cite('Talkspirit, « 10 erreurs qui peuvent faire échouer votre projet », 15/02/2021'),
  marche: cite('Laure Girardot, « Ça marche vraiment les réseaux sociaux d’entreprise ? », 23/02/2021'),
  accompagnement: cite('Lecko, « Obtenir l’engagement des salariés autour d’un réseau social d’entreprise »'),
  monde: cite(
    'Le Monde informatique, « Les RSE peinent à accompagner la transformation des entreprises »',
    'https://lemondeinformatique.fr/actualites/lireamp-les-rse-peinent-a-accompagner-la-transformation-des-entreprises-63777.html',
  ),
  igs: cite(
    'CFIE, étude IGS-RH, 2017',
    'https://cfie.net/2017/12/07/reseaux-sociaux-dentreprise-permettent-de-fluidifier-relations-interne',
  ),
  docaufutur: cite(
    'Docaufutur, étude IGS-RH, 2017',
    'https://www.docaufutur.fr/2017/11/24/reseaux-sociaux-dentreprise-peinent-a-developper-comportements-collaboratifs/',
  ),
  alter: cite('Alter et Go, étude IGS-RH', 'http://alteretgo.fr/managers-preferes-aux-reseaux-sociaux-dentreprise/'),
  interactive: cite(
    'SWOOP Analytics, Interactive Users',
    'https://support.swoopanalytics.com/hc/en-us/articles/14342265685401-Interactive-Users-What-and-How',
  ),
  goals: cite(
    'SWOOP Analytics, Goal Setting',
    'https://support.swoopanalytics.com/hc/en-us/articles/360055200072-Goal-Setting-Viva-Engage',
  ),
  goalsBlog: cite('SWOOP Analytics, blog', 'https://www.swoopanalytics.com/blog/goalsetting?rq=goal'),
  networks: cite(
    'SWOOP Analytics, World’s top networks',
    'https://swoopanalytics.com/blog/worlds-top-viva-engage-networks-and-communities?format=amp',
  ),
  lurkers: cite(
    '01net.it, SWOOP report 2022',
    'https://www.01net.it/participation-on-microsoft-yammer-viva-engage-doubles-in-hybrid-work-world-with-increase-in-lurkers-swoop-analytics-report/',
  ),
  awards: cite('SWOOP Analytics, Benchmarking', 'https://www.swoopanalytics.com/benchmarking/yammer-benchmarking/'),
  workplace: cite(
    'Workplace, admin guide',
    'https://en-gb.prod.workplace.com/resources/getting-started/new-admin-guide/engagement-security',
  ),
  cac40: cite('IT for Business, Lecko', 'https://itforbusiness.fr/?p=464'),
  sixth: cite(
    'InformatiqueNews, 6e étude Lecko',
    'https://www.informatiquenews.fr/6e-etude-lecko-les-rse-lepreuve-des-usages-9697',
  ),
  leaders: cite(
    'InformatiqueNews, Lecko',
    'https://www.informatiquenews.fr/le-rse-socle-de-la-transformation-de-lentreprise-44172/8',
  ),
  factors: cite(
    'BFM Business, Lecko',
    'http://bfmbusiness.bfmtv.com/01-business-forum/les-facteurs-de-reussite-d-un-reseau-social-d-entreprise-643484.html',
  ),
  truth: cite(
    'LinkersConnect',
    'https://linkersconnect.com/the-harsh-truth-about-analytics-that-can-actually-work-for-you/',
  ),
  jdn: cite(
    'Journal du Net, bonnes pratiques',
    'http://www.journaldunet.com/solutions/intranet-extranet/reseau-social-d-entreprise-bonnes-pratiques/taille-de-la-communaute-et-perennite-du-rse.shtml',
  ),
  edge: cite(
    'MangoApps, Social Edge',
    'https://www.mangoapps.com/articles/measure-success-intranet-collaboration-tool',
  ),
  origami: cite('Origami, intranet study', 'https://origamiconnect.com/intranet-engagement-study'),
  innovisor: cite(
    'Innovisor, the three percent rule',
    'https://www.innovisor.com/2020/07/08/the-three-percent-rule-your-secret-weapon-for-success-with-change/',
  ),
  champions: cite(
    'Ryan Consulting, champion network',
    'https://ryanconsulting.ai/courses/cm-phased-rollout/champion-network-architecture',
  ),
  habit: cite(
    'The Horizon, habits',
    'https://thehorizon.ai/microsoft-says-11-is-the-magic-number-for-building-ai-habits-heres-why',
  ),
  griffith: cite(
    'Griffith University, 2019',
    'https://news.griffith.edu.au/2019/08/13/study-shows-online-social-networks-at-work-boost-employee-engagement-and-performance/',
  ),
  reasons: cite('Talkspirit, blog', 'https://blog.talkspirit.com/trois-raisons-piloter-reseau-social-entreprise/'),
  saegus: cite(
    'Saegus',
    'https://saegus.fr/un-dashboard-cle-en-main-pour-piloter-lengagement-et-les-actions-des-missions-dadoption-microsoft-365/',
  ),
  vivaGroups: cite(
    'Microsoft, minimum group size',
    'https://community.vivainsights.microsoft.com/t5/Manager-insights/Minimum-group-size/td-p/1005',
  ),
  groupAggregates: cite(
    'Microsoft, Adoption Score',
    'https://github.com/MicrosoftDocs/microsoft-365-docs/blob/public/microsoft-365/admin/adoption/group-level-aggregates.md',
  ),
  pulse: cite('Viva Pulse', 'http://cloudtechblog.com/2023/11/getting-started-with-viva-pulse/'),
  glint: cite(
    'Viva Glint, confidentiality',
    'https://learn.microsoft.com/en-us/training/modules/viva-glint-navigate-share-viva-glint-results/1-describe-confidentiality-navigate-viva-glint',
  ),
  cnil: cite(
    'CNIL, 19/12/2024',
    'https://cnil.fr/fr/surveillance-excessive-des-salaries-sanction-de-40-000-euros-entreprise-secteur-immobilier',
  ),
} as const satisfies Record<string, Citation>;

export type Source = keyof typeof sources;
