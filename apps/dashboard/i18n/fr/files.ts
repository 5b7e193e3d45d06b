export default {
  zone: 'Fuseau horaire du fichier',
  zoneNeeded: "Ses heures n'ont pas de fuseau : indiquez celui du serveur qui les a écrites.",
  zoneChoose: 'Europe/Paris',
  zoneNone: 'Aucun fuseau de ce nom',
  noteWindows1252: "Le texte n'est pas en UTF-8 : il est lu en Windows-1252. Vérifiez les accents.",
  noteConcealed: "Le rapport masque les noms : personne ne pourra être retrouvé dans l'annuaire.",
  notePeopleOnly: "Le fichier ne donne que des totaux : ses personnes entrent dans l'annuaire, leurs actes non.",
  noteReportsOutweigh:
    'Des personnes déclarées non-encadrantes ont des collaborateurs : elles comptent comme managers.',
  noteTreeProposed:
    'Les comptes disent où ils travaillent : une fois le fichier entré, une arborescence est proposée sur cette page.',
  noteKnownElsewhere:
    'La plupart de ces événements sont déjà entrés sous un autre nom de source : ils compteraient deux fois. Annulez cet import, ou remettez le fichier avec le profil de cette source.',
  noteDoubledTime:
    "Des heures tombent pendant le retour à l'heure d'hiver, qui a lieu deux fois : la première est retenue.",
  noteTimes_one: '{{n}} fois',
  noteTimes_other: '{{n}} fois',
  noteOther: 'Remarque sur la lecture : {{code}}.',
  wordsTitle: 'Sens des mots du fichier',
  wordsHint: 'Une ligne dont le mot reste sans sens est refusée.',
  wordRefused: 'refusé',
  profile: 'Lire comme',
  profileNone: 'aucun profil',
  profileName: 'Nom du profil',
  profileSave: 'Garder comme profil',
  profileSaved: 'Profil « {{name}} » gardé pour les prochains fichiers.',
  profileLacks: 'Il manque : {{columns}}. Choisissez ces colonnes avant de garder le profil.',
  or: ' ou ',
};
