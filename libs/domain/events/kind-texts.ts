import { type EventKind } from './kind.js';

/** Events in the words of a screen. */
export const kindTexts: Record<EventKind, Record<'fr' | 'en', string>> = {
  login: { fr: 'connexions', en: 'sign-ins' },
  view: { fr: 'lectures', en: 'views' },
  post: { fr: 'messages', en: 'posts' },
  comment: { fr: 'commentaires et réponses', en: 'comments and replies' },
  reaction: { fr: 'réactions', en: 'reactions' },
  mention: { fr: 'mentions', en: 'mentions' },
  share: { fr: 'partages', en: 'shares' },
  group_created: { fr: 'créations de groupes', en: 'groups created' },
  group_joined: { fr: 'arrivées dans un groupe', en: 'groups joined' },
  invitation_sent: { fr: 'invitations', en: 'invitations' },
  profile_completed: { fr: 'profils complétés', en: 'profiles completed' },
  message_sent: { fr: 'messages privés', en: 'private messages' },
  profile_created: { fr: 'profils créés', en: 'profiles created' },
  reaction_removed: { fr: 'réactions retirées', en: 'reactions removed' },
  file_shared: { fr: 'fichiers partagés', en: 'files shared' },
  search: { fr: 'recherches', en: 'searches' },
  logout: { fr: 'déconnexions', en: 'sign-outs' },
  group_left: { fr: 'départs d’un groupe', en: 'groups left' },
  resolved: { fr: 'sujets résolus', en: 'resolved threads' },
  other: { fr: 'autres actes', en: 'other acts' },
};
