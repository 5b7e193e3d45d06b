import { Module } from '@nestjs/common';
import { PurposeDesk } from './purpose-desk.js';
import { PurposeGateController } from './purpose-gate.controller.js';

@Module({ controllers: [PurposeGateController], providers: [PurposeDesk] })
export class PrivacyModule {}
