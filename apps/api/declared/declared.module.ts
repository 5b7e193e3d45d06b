import { Module } from '@nestjs/common';
import { DeclaredController } from './declared.controller.js';
import { DeclaredDesk } from './declared-desk.js';

@Module({ controllers: [DeclaredController], providers: [DeclaredDesk] })
export class DeclaredModule {}
