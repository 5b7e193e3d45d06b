import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyInstance } from 'fastify';
import { type Settings, SETTINGS } from '#runtime/settings.js';
import { DirectoryController } from './directory.controller.js';
import { declareSchemas, scimLimits } from './kept-schema.js';
import { ScimDesk } from './scim-desk.js';
import { connectResources } from './scim-resource.js';
import { GroupsController, ServiceController, UsersController } from './scim.controllers.js';

/** Needs APP_DB and JobQueue from a global module. */
@Module({
  controllers: [UsersController, GroupsController, ServiceController, DirectoryController],
  providers: [ScimDesk],
})
export class ScimModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    declareSchemas(`${(this.settings.PUBLIC_URL ?? '').replace(/\/$/, '')}/scim/v2`);
    connectResources();
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    const ordinary = server.getDefaultJsonParser('error', 'error');
    const options = { parseAs: 'string', bodyLimit: scimLimits.bytes } as const;
    server.addContentTypeParser('application/scim+json', options, (request, body, done) => {
      void ordinary(request, typeof body === 'string' ? body : '', done);
    });
  }
}
