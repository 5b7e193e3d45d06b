import { Module } from '@nestjs/common';
import { CommitteeController } from './committee.controller.js';
import { CommitteeDesk } from './committee-desk.js';
import { DeckController } from './deck/deck.controller.js';
import { DeckDesk, PagesTold } from './deck/deck-desk.js';

@Module({ controllers: [CommitteeController, DeckController], providers: [CommitteeDesk, DeckDesk, PagesTold] })
export class CommitteeModule {}
