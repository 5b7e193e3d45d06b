import { type ZoneThresholds } from '#domain/communities/community.js';
import { organizationBySlug } from '#storage/organization/organization.js';
import { setVoice, voiceSetting } from '#storage/steering/voice-setting.js';
import { type Installation } from './installation.js';
import { answer, CommandError } from './output.js';

interface VoiceOptions {
  org: string;
  firstReplies?: string;
  voice?: string;
  weeks?: string;
  json?: boolean;
}

/** Sets from which shares managers are omnipresent in a group; without a share, tells which count. */
export async function setVoiceThresholds(installation: Installation, options: VoiceOptions): Promise<number> {
  const owner = await installation.as('owner');
  const { id, slug } = await organizationBySlug(owner, options.org);
  const { setAt: _, ...known } = await voiceSetting(owner, id);
  const asked: ZoneThresholds = {
    firstReplies: shareOf(options.firstReplies, '--first-replies') ?? known.firstReplies,
    voice: shareOf(options.voice, '--voice') ?? known.voice,
    weeks: weeksOf(options.weeks) ?? known.weeks,
  };
  const isNew = JSON.stringify(asked) !== JSON.stringify(known);
  if (isNew) await setVoice(owner, id, null, asked);
  answer(options.json, { organization: slug, ...asked }, () => [
    `omnipresent   first replies from ${asked.firstReplies}, or share of voice from ${asked.voice}`,
    `present       a message in ${asked.weeks} of 4 weeks`,
  ]);
  return 0;
}

function shareOf(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const share = Number(text);
  if (share > 0 && share <= 1) return share;
  throw new CommandError(`${option} is a share above 0 and up to 1.`, 'bad_share', 2);
}

function weeksOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const weeks = Number(text);
  if (Number.isInteger(weeks) && weeks >= 1 && weeks <= 4) return weeks;
  throw new CommandError('--weeks is a number from 1 to 4.', 'bad_weeks', 2);
}
