export default {
  secondFactorTitle: 'Double authentification',
  secondFactorNeeded:
    'Votre rôle demande un code en plus du mot de passe. Une application de votre téléphone le calcule ; comptez deux minutes.',
  yourPassword: 'Votre mot de passe',
  yourPasswordWhy: 'Redemandé pour que personne ne règle cela à votre place.',
  goOn: 'Continuer',
  scan: 'Ouvrez une application d’authentification (FreeOTP, Aegis, Google ou Microsoft Authenticator…) et photographiez cette image.',
  picture: 'Image à lire avec l’application',
  typeInstead: 'Ou saisissez cette clé :',
  codeOfApp: 'Code à six chiffres de l’application',
  confirm: 'Activer',
  recoveryDetail:
    'C’est activé. Gardez ces codes de secours hors de votre téléphone : chacun remplace une fois le code de l’application. Ils ne seront plus montrés.',
  recoveryCodes: 'Codes de secours',
  copy: 'Copier les codes',
  copied: 'Copiés',
  codesKept: 'Je les ai gardés',
  wrongCode: 'Ce code est faux ou a déjà servi. Attendez le suivant.',
  wrongPassword: 'Le mot de passe est faux.',
  tooMany: 'Trop d’essais. Attendez un quart d’heure.',
  neededByRole: 'Votre rôle demande un second facteur : il ne peut pas être retiré.',
  failed: 'Cela n’a pas marché. Réessayez.',
};
