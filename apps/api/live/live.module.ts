import { Module } from '@nestjs/common';
import { LiveController } from './live.controller.js';
import { LiveDesk } from './live-desk.js';

@Module({ controllers: [LiveController], providers: [LiveDesk] })
export class LiveModule {}
