import { type AlertParams, alertTexts } from './alert-texts.js';
import { type AnimationParams, animationTexts } from './animation-texts.js';
import { type AttentionParams, attentionTexts } from './attention-texts.js';
import { type CaseMixParams, caseMixTexts } from './case-mix-texts.js';
import { type ChangeParams, changeTexts } from './change-texts.js';
import { type CommitteeParams, committeeTexts } from './committee-texts.js';
import { type CommunityParams, communityTexts } from './community-texts.js';
import { type ComparisonParams } from './comparison-params.js';
import { comparisonTexts } from './comparison-texts.js';
import { type DiagnosticParams, diagnosticTexts } from './diagnostic-texts.js';
import { type FollowUpParams, followUpTexts } from './follow-up-texts.js';
import { type ForecastParams, forecastTexts } from './forecast-texts.js';
import { type PeopleParams, peopleTexts } from './people-texts.js';
import { type PlaceParams, placeTexts } from './place-texts.js';
import { type RolloutParams, rolloutTexts } from './rollout-texts.js';
import { type TargetParams, targetTexts } from './target-texts.js';
import { type UsageParams, usageTexts } from './usage-texts.js';
import { type VoiceParams, voiceTexts } from './voice-texts.js';
import { type Texts } from './wording.js';

export type SentenceParams = RolloutParams &
  ComparisonParams &
  CaseMixParams &
  PeopleParams &
  PlaceParams &
  ForecastParams &
  AlertParams &
  AttentionParams &
  FollowUpParams &
  AnimationParams &
  UsageParams &
  TargetParams &
  VoiceParams &
  ChangeParams &
  CommitteeParams &
  CommunityParams &
  DiagnosticParams;

/** Everything that is said of published numbers, for pages, mails and exports alike. */
export const texts: Texts<SentenceParams> = {
  ...changeTexts,
  ...committeeTexts,
  ...communityTexts,
  ...rolloutTexts,
  ...comparisonTexts,
  ...caseMixTexts,
  ...peopleTexts,
  ...placeTexts,
  ...forecastTexts,
  ...alertTexts,
  ...attentionTexts,
  ...followUpTexts,
  ...animationTexts,
  ...usageTexts,
  ...targetTexts,
  ...voiceTexts,
  ...diagnosticTexts,
};
