import type french from '../fr/account.js';

export default {
  secondFactorTitle: 'Two-step sign-in',
  secondFactorNeeded:
    'Your role asks for a code beside the password. An app on your telephone works it out; allow two minutes.',
  yourPassword: 'Your password',
  yourPasswordWhy: 'Asked for again so that nobody sets this up in your place.',
  goOn: 'Continue',
  scan: 'Open an authenticator app (FreeOTP, Aegis, Google or Microsoft Authenticator…) and scan this picture.',
  picture: 'Picture for the app to read',
  typeInstead: 'Or type this key:',
  codeOfApp: 'Six-digit code of the app',
  confirm: 'Switch on',
  recoveryDetail:
    'It is on. Keep these recovery codes away from your telephone: each stands in once for the code of the app. They will not be shown again.',
  recoveryCodes: 'Recovery codes',
  copy: 'Copy the codes',
  copied: 'Copied',
  codesKept: 'I have kept them',
  wrongCode: 'This code is wrong or was used already. Wait for the next one.',
  wrongPassword: 'The password is wrong.',
  tooMany: 'Too many attempts. Wait a quarter of an hour.',
  neededByRole: 'Your role asks for a second factor: it cannot be removed.',
  failed: 'That did not work. Try again.',
} satisfies Record<keyof typeof french, string>;
