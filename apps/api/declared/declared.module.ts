import { Module } from '@nestjs/common';
import { DeclaredController } from './declared.controller.js';
import { DeclaredDesk } from './declared-desk.js';
import { GroupKinds } from './group-kinds.js';
import { GroupsController } from './groups.controller.js';

@Module({ controllers: [DeclaredController, GroupsController], providers: [DeclaredDesk, GroupKinds] })
export class DeclaredModule {}
