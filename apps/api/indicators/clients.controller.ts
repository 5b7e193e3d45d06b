import { Controller, Get, Query } from '@nestjs/common';
import { type Clients, ClientsQuery } from '#contract/clients.js';
import { Allow } from '../access/allow.js';
import { type EveryOpened, Everywhere } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { published } from '../http/published.js';
import { ClientsPage } from './clients-page.js';

/** What an account reads of all its organisations at once. */
@Controller('v1/clients')
export class ClientsController {
  constructor(private readonly clients: ClientsPage) {}

  @Get()
  @Allow('clients')
  async read(@Query(new Parse(ClientsQuery)) query: ClientsQuery, @Everywhere() opened: EveryOpened): Promise<Clients> {
    return published(this.clients.read(await opened('reading'), query));
  }
}
