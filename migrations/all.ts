import { Organization1763700000001 } from './1763700000001-organization.js';
import { Event1763700000002 } from './1763700000002-event.js';
import { Directory1763700000003 } from './1763700000003-directory.js';
import { Activity1763700000004 } from './1763700000004-activity.js';
import { Measures1763700000005 } from './1763700000005-measures.js';
import { Publication1763700000006 } from './1763700000006-publication.js';
import { Retention1763700000007 } from './1763700000007-retention.js';
import { Declared1763700000008 } from './1763700000008-declared.js';
import { Habit1763700000009 } from './1763700000009-habit.js';
import { Ties1763700000010 } from './1763700000010-ties.js';
import { Communities1763700000011 } from './1763700000011-communities.js';
import { WaveDecision1763700000012 } from './1763700000012-wave-decision.js';
import { Lags1763700000013 } from './1763700000013-lags.js';
import { CommunityMeasures1763700000017 } from './1763700000017-community-measures.js';
import { Relays1763700000018 } from './1763700000018-relays.js';
import { NearTwins1763700000019 } from './1763700000019-near-twins.js';
import { Exemplarity1763700000020 } from './1763700000020-exemplarity.js';
import { Cases1763700000021 } from './1763700000021-cases.js';
import { LaunchRelay1763700000024 } from './1763700000024-launch-relay.js';
import { ImportProfile1763700000025 } from './1763700000025-import-profile.js';
import { Streams1763700000026 } from './1763700000026-streams.js';
import { Scim1763700000027 } from './1763700000027-scim.js';
import { UndoImport1763700000028 } from './1763700000028-undo-import.js';
import { Pull1763700000030 } from './1763700000030-pull.js';
import { Quality1763700000031 } from './1763700000031-quality.js';
import { DeclaredManagers1763700000032 } from './1763700000032-declared-managers.js';
import { ImportErrorField1763700000033 } from './1763700000033-import-error-field.js';
import { PurposeGate1763700000040 } from './1763700000040-purpose-gate.js';
import { AuditChain1763700000041 } from './1763700000041-audit-chain.js';
import { KindsOfAWeek1763700000045 } from './1763700000045-kinds-of-a-week.js';
import { RolesAndScope1763700000050 } from './1763700000050-roles-and-scope.js';
import { AccountLinks1763700000051 } from './1763700000051-account-links.js';
import { ContentOfAFile1763700000054 } from './1763700000054-content-of-a-file.js';
import { Vault1763700000055 } from './1763700000055-vault.js';
import { MaskMember1763700000059 } from './1763700000059-mask-member.js';
import { IdentityProviders1763700000060 } from './1763700000060-identity-providers.js';
import { SecondFactor1763700000061 } from './1763700000061-second-factor.js';
import { ApiTokens1763700000062 } from './1763700000062-api-tokens.js';
import { AttemptsSignInOnly1763700000063 } from './1763700000063-attempts-sign-in-only.js';
import { UndoneWeeks1763700000065 } from './1763700000065-undone-weeks.js';
import { Wall1763700000066 } from './1763700000066-wall.js';
import { FoldedUserName1763700000067 } from './1763700000067-folded-user-name.js';
import { RawMonths1763700000068 } from './1763700000068-raw-months.js';
import { SealTheRest1763700000069 } from './1763700000069-seal-the-rest.js';
import { PopulationsOfMembers1763700000070 } from './1763700000070-populations-of-members.js';
import { IdsOfLines1763700000071 } from './1763700000071-ids-of-lines.js';
import { Founding1763700000072 } from './1763700000072-founding.js';
import { LogoutTokens1763700000074 } from './1763700000074-logout-tokens.js';
import { LinkedIdentities1763700000075 } from './1763700000075-linked-identities.js';
import { SealedResources1763700000076 } from './1763700000076-sealed-resources.js';
import { MessageSeen1763700000077 } from './1763700000077-message-seen.js';
import { SourcesOfWeeks1763700000079 } from './1763700000079-sources-of-weeks.js';
import { PossibleDays1763700000080 } from './1763700000080-possible-days.js';
import { WhoMadeVolumes1763700000081 } from './1763700000081-who-made-volumes.js';
import { WhoMadeTies1763700000083 } from './1763700000083-who-made-ties.js';
import { LivedDays1763700000084 } from './1763700000084-lived-days.js';
import { KOfWeeks1763700000085 } from './1763700000085-k-of-weeks.js';
import { ToldAnew1763700000087 } from './1763700000087-told-anew.js';
import { Committee1763700000088 } from './1763700000088-committee.js';
import { SavedView1763700000090 } from './1763700000090-saved-view.js';
import { FirstWord1763700000092 } from './1763700000092-first-word.js';
import { ImportRefusals1763700000093 } from './1763700000093-import-refusals.js';
import { Report1763700000094 } from './1763700000094-report.js';
import { Target1763700000096 } from './1763700000096-target.js';
import { FigureNote1763700000097 } from './1763700000097-figure-note.js';
import { LastDays1763700000099 } from './1763700000099-last-days.js';
import { PastOneMachine1763700000101 } from './1763700000101-past-one-machine.js';
import { ReportBoard1763700000102 } from './1763700000102-report-board.js';
import { Attempt1763700000103 } from './1763700000103-attempt.js';
import { MonthBesideReaders1763700000104 } from './1763700000104-month-beside-readers.js';

/** In the order in which they are applied. A list, not a glob: it survives compilers. */
export const migrations = [
  Organization1763700000001,
  Event1763700000002,
  Directory1763700000003,
  Activity1763700000004,
  Measures1763700000005,
  Publication1763700000006,
  Retention1763700000007,
  Declared1763700000008,
  Habit1763700000009,
  Ties1763700000010,
  Communities1763700000011,
  WaveDecision1763700000012,
  Lags1763700000013,
  CommunityMeasures1763700000017,
  Relays1763700000018,
  NearTwins1763700000019,
  Exemplarity1763700000020,
  Cases1763700000021,
  LaunchRelay1763700000024,
  ImportProfile1763700000025,
  Streams1763700000026,
  Scim1763700000027,
  UndoImport1763700000028,
  Pull1763700000030,
  Quality1763700000031,
  DeclaredManagers1763700000032,
  ImportErrorField1763700000033,
  PurposeGate1763700000040,
  AuditChain1763700000041,
  KindsOfAWeek1763700000045,
  RolesAndScope1763700000050,
  AccountLinks1763700000051,
  ContentOfAFile1763700000054,
  Vault1763700000055,
  MaskMember1763700000059,
  IdentityProviders1763700000060,
  SecondFactor1763700000061,
  ApiTokens1763700000062,
  AttemptsSignInOnly1763700000063,
  UndoneWeeks1763700000065,
  Wall1763700000066,
  FoldedUserName1763700000067,
  RawMonths1763700000068,
  SealTheRest1763700000069,
  PopulationsOfMembers1763700000070,
  IdsOfLines1763700000071,
  Founding1763700000072,
  LogoutTokens1763700000074,
  LinkedIdentities1763700000075,
  SealedResources1763700000076,
  MessageSeen1763700000077,
  SourcesOfWeeks1763700000079,
  PossibleDays1763700000080,
  WhoMadeVolumes1763700000081,
  WhoMadeTies1763700000083,
  LivedDays1763700000084,
  KOfWeeks1763700000085,
  ToldAnew1763700000087,
  Committee1763700000088,
  SavedView1763700000090,
  FirstWord1763700000092,
  ImportRefusals1763700000093,
  Report1763700000094,
  Target1763700000096,
  FigureNote1763700000097,
  LastDays1763700000099,
  PastOneMachine1763700000101,
  ReportBoard1763700000102,
  Attempt1763700000103,
  MonthBesideReaders1763700000104,
];
