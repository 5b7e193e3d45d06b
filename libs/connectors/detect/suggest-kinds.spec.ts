import { suggestKinds } from './suggest-kinds.js';

it.each([
  ["J'aime", 'reaction'],
  ['Mention « J’aime »', 'reaction'],
  ['Réaction', 'reaction'],
  ["Retrait d'un J'aime", 'reaction_removed'],
  ['Publication', 'post'],
  ['Nouveau billet', 'post'],
  ['Post Created', 'post'],
  ['Message', 'post'],
  ['Message privé', 'message_sent'],
  ['direct_message', 'message_sent'],
  ['Commentaire', 'comment'],
  ['Réponse', 'comment'],
  ['COMMENTED', 'comment'],
  ['Connexion', 'login'],
  ['Ouverture de session', 'login'],
  ['user_logged_in', 'login'],
  ['Déconnexion', 'logout'],
  ['Création de groupe', 'group_created'],
  ['Nouvelle communauté', 'group_created'],
  ['Groupe rejoint', 'group_joined'],
  ['Adhésion à une communauté', 'group_joined'],
  ['join', 'group_joined'],
  ['A quitté le groupe', 'group_left'],
  ['Invitation envoyée', 'invitation_sent'],
  ['Profil complété', 'profile_completed'],
  ['Création de compte', 'profile_created'],
  ['Mention', 'mention'],
  ['Partage', 'share'],
  ['Partage de fichier', 'file_shared'],
  ['Dépôt de document', 'file_shared'],
  ['Consultation', 'view'],
  ['Page vue', 'view'],
  ['Recherche', 'search'],
  ['Question résolue', 'resolved'],
])('%s is %s', (word, kind) => {
  expect(suggestKinds([word])).toEqual({ [word]: kind });
});

it.each([
  'Suppression de publication',
  'Comment edited',
  'Sondage',
  'xyz',
  'a commented sentence that somebody wrote into this column',
  '__proto__',
])('says nothing of %s', (word) => {
  expect(Object.entries(suggestKinds([word]))).toEqual([]);
});
