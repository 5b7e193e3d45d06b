import { Module } from '@nestjs/common';
import { NetworkController } from './network.controller.js';
import { TiesPage } from './ties-page.js';

@Module({ controllers: [NetworkController], providers: [TiesPage] })
export class NetworkModule {}
