import { Module } from '@nestjs/common';
import { AmbassadorsPage } from './ambassadors-page.js';
import { GatePage } from './gate-page.js';
import { GateController } from './gate.controller.js';
import { VoiceController } from './voice.controller.js';
import { OrganizationPage } from './organization-page.js';
import { SteeringController } from './steering.controller.js';

@Module({
  controllers: [SteeringController, GateController, VoiceController],
  providers: [OrganizationPage, AmbassadorsPage, GatePage],
})
export class SteeringModule {}
