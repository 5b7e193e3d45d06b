import { Module } from '@nestjs/common';
import { CommitteeController } from './committee.controller.js';
import { CommitteeDesk } from './committee-desk.js';

@Module({ controllers: [CommitteeController], providers: [CommitteeDesk] })
export class CommitteeModule {}
