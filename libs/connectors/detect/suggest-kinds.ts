import { type EventKind } from '#domain/events/kind.js';
import { plainWords } from './plain-words.js';

/** More words than these are a sentence, not the name of an act. */
const mostWords = 6;

const group = '(groupes?|groups?|communautes?|communit(y|ies)|espaces?|spaces?|can(al|aux)|channels?)';
const made = '(creations?|cree[es]*|creer|created?|creates|nouvel(le)?s?|nouveaux?|new|ouverture|ouvert[es]*)';
const came = '(adhesions?|adher\\w*|rejoin\\w*|join(ed|s)?|inscri\\w+|entrees?|arrivees?|abonne\\w*)';
const went = '(departs?|quitt\\w+|sorties?|leav\\w+|left|desinscri\\w+|desabonne\\w*)';
const reacted =
  '(j ?aimes?|j ?adore|likes?|liked|reactions?|reagi\\w*|react(s|ed)?|mentions? j ?aime|aimer?|coups? de c(oe|œ)ur)';
const undone = '(retraits?|retir\\w+|suppr\\w+|annul\\w+|remov\\w+|delet\\w+|undo|plus)';
const changed =
  '(suppr\\w+|delet\\w+|remov\\w+|retrait|retir\\w+|modif\\w+|edit\\w*|updat\\w+|mises? a jour|archiv\\w+|signal\\w+)';
const file = '(fichiers?|documents?|files?|pieces? jointes?|photos?|images?|medias?|videos?)';

/** Somebody looked, and shared nothing. A download is a way of reading. */
const seen =
  '(vues?|viewed|views?|consult\\w+|lectures?|lus?|read|accessed|ouvert\\w*|opened|visionn\\w+|watch(ed|es)?|telecharg\\w+|downloads?|downloaded)';

const both = (one: string, other: string) => `\\b(${one}\\b.*\\b${other}|${other}\\b.*\\b${one})\\b`;
const whole = (...some: string[]) => `^(${some.join('|')})$`;
const any = (...some: string[]) => `\\b(${some.join('|')})\\b`;

/** The first that fits; null = an act on a content that is none of ours, such as its deletion. */
const words: readonly (readonly [kind: EventKind | null, word: RegExp])[] = (
  [
    ['reaction_removed', `${both(undone, reacted)}|${any('unlike[ds]?', 'dislike[ds]?')}`],
    [
      'profile_completed',
      both(
        '(profils?|profiles?)',
        '(photos?|images?|avatars?|complet\\w*|rempli\\w*|renseign\\w+|maj|mis a jour|updat\\w+|modif\\w+)',
      ),
    ],
    [null, any(changed)],
    ['group_created', both(made, group)],
    ['group_left', both(went, group)],
    ['group_joined', both(came, group)],
    [
      'profile_created',
      `${both(made, '(profils?|profiles?|comptes?|accounts?)')}|${both('activ\\w+', '(profils?|comptes?|accounts?)')}|${whole('inscriptions?', 'registrations?', 'registered', 'sign ?ups?', 'signed up', 'activations?')}`,
    ],
    ['invitation_sent', any('invit\\w+')],
    ['logout', any('deconnexions?', 'deconnecte\\w*', 'log ?outs?', 'logged out', 'sign ?outs?', 'signed out')],
    [
      'login',
      any(
        'connexions?',
        'connecte\\w*',
        'log ?ins?',
        'logged in',
        'sign ?ins?',
        'signed in',
        'authentifi\\w+',
        'identification',
        'sessions?',
      ),
    ],
    [
      'resolved',
      any('resolue?s?', 'resolved', 'resolution', 'solutions?', 'solved', 'reponse acceptee', 'best answer'),
    ],
    ['reaction', any(reacted, 'kudos', 'bravos?', 'applaudi\\w*', 'emojis?', 'felicitations?')],
    ['mention', any('mentions?', 'mentionne\\w*', 'mentioned', 'tagged')],
    [
      'message_sent',
      any(
        'messages? (prives?|directs?|instantanes?)',
        '(private|direct|instant) messages?',
        'dms?',
        'mp',
        'chats?',
        'tchats?',
        'conversations? privees?',
        'messageries?',
      ),
    ],
    ['comment', any('comment\\w*', 'repon\\w+', 'repl(y|ies|ied)', 'answer(s|ed)?')],
    ['view', both(seen, file)],
    ['file_shared', `${any(file)}|${any('uploads?', 'uploaded', 'televers\\w+')}`],
    ['share', any('partag\\w+', 'repartag\\w+', 'shares?', 'shared', 'reposts?', 'republi\\w+', 'rediffus\\w+')],
    ['search', any('recherch\\w*', 'search(es|ed)?', 'quer(y|ies)')],
    [
      'view',
      any(
        'vues?',
        'consult\\w+',
        'lectures?',
        'lus?',
        'views?',
        'viewed',
        'visites?',
        'visits?',
        'visited',
        'reads?',
        'affich\\w+',
        'pages? vues?',
        'page ?views?',
        'ouvertures?',
        'telecharg\\w+',
        'downloads?',
        'downloaded',
        'visionn\\w+',
        'watched',
      ),
    ],
    [
      'post',
      any(
        'publi\\w+',
        'posts?',
        'posted',
        'posting',
        'poster',
        'contributions?',
        'conversations?',
        'idees?',
        'ideas?',
        'billets?',
        'articles?',
        'status',
        'statuts?',
        'messages?',
        'actualites?',
        'news',
        'discussions?',
        'topics?',
        'sujets?',
        'threads?',
        'questions?',
        'blogs?',
        'annonces?',
      ),
    ],
    ['group_joined', whole('adhesions?', 'join(ed)?', 'rejoin\\w*')],
    ['group_left', whole('left', 'leave', 'quitt\\w+', 'depart')],
  ] as const
).map(([kind, word]) => [kind, new RegExp(word)] as const);

/** What the words of a column of kinds most likely mean, in French or English; a word that says nothing is left out. */
export function suggestKinds(given: readonly string[]): Record<string, EventKind> {
  const told = given.flatMap((word): [string, EventKind][] => {
    const plain = plainWords(word.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
    if (plain.split(' ').length > mostWords) return [];
    const kind = words.find(([, sign]) => sign.test(plain))?.[0] ?? null;
    return kind === null ? [] : [[word, kind]];
  });
  return Object.fromEntries(told);
}
