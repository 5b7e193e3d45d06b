import type french from '../../i18n/fr/audit.js';

type Word = keyof typeof french;

/** What each act of the audit log is called on screen; one without a word is shown by its name. */
export const actionWords: Partial<Record<string, Word>> = {
  signed_in: 'signedIn',
  signed_out: 'signedOut',
  sign_in_refused: 'signInRefused',
  account_created: 'accountCreated',
  account_changed: 'accountChanged',
  account_link_made: 'accountLinkMade',
  password_chosen: 'passwordChosen',
  group_roles_changed: 'groupRolesChanged',
  second_factor_set_up: 'secondFactorSetUp',
  second_factor_removed: 'secondFactorRemoved',
  second_factor_reset: 'secondFactorReset',
  recovery_code_used: 'recoveryCodeUsed',
  recovery_codes_made: 'recoveryCodesMade',
  exported: 'exported',
  file_handed_in: 'fileHandedIn',
  import_undone: 'importUndone',
  snapshot_approved: 'snapshotApproved',
  snapshot_refused: 'snapshotRefused',
  directory_approved: 'directoryApproved',
  key_created: 'keyCreated',
  key_revoked: 'keyRevoked',
  settings_changed: 'settingsChanged',
  module_declared: 'moduleDeclared',
  voice_set: 'voiceSet',
  wave_decided: 'waveDecided',
  country_set: 'countrySet',
  consultation_recorded: 'consultationRecorded',
  gate_overridden: 'gateOverridden',
  gate_override_ended: 'gateOverrideEnded',
  declared: 'declaredFacts',
  exact: 'exactRead',
};
