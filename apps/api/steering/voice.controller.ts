import { Body, Controller, Get, Inject, Put } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type VoiceSettings, VoiceThresholds } from '#contract/voice.js';
import { zoneThresholds } from '#domain/communities/community.js';
import { setVoice, voiceSettings } from '#storage/steering/voice-setting.js';
import { Allow } from '../access/allow.js';
import { Account, Organization, type OrganizationInPath, type SignedIn } from '../access/caller.js';
import { APP_DB } from '../databases.js';
import { Parse } from '../http/parse.js';

/** From which shares managers are omnipresent: chosen by the organisation, read at once, counted by nobody again. */
@Controller('v1/organizations/:org/voice-thresholds')
export class VoiceController {
  constructor(@Inject(APP_DB) private readonly db: DataSource) {}

  @Get()
  @Allow('reading')
  async read(@Organization() { id }: OrganizationInPath): Promise<VoiceSettings> {
    const history = (await voiceSettings(this.db, id)).map(({ setAt, ...one }) => ({
      ...one,
      setAt: setAt.toISOString(),
    }));
    const { firstReplies, voice, weeks } = history[0] ?? zoneThresholds;
    return { current: { firstReplies, voice, weeks }, defaults: zoneThresholds, history };
  }

  @Put()
  @Allow('declare')
  async set(
    @Organization() organization: OrganizationInPath,
    @Account() account: SignedIn,
    @Body(new Parse(VoiceThresholds)) thresholds: VoiceThresholds,
  ): Promise<VoiceSettings> {
    await setVoice(this.db, organization.id, account.id, thresholds);
    return this.read(organization);
  }
}
