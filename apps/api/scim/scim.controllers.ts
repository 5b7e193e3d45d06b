import { Body, Controller, Get, HttpCode, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Resources, Types } from 'scimmy';
import { Allow } from '../access/allow.js';
import { organizationOf, ResourceRoutes, send } from './resource-routes.js';
import { ScimDesk } from './scim-desk.js';
import { ScimTokenGuard } from './scim-token.guard.js';

@Controller('scim/v2/Users')
export class UsersController extends ResourceRoutes {
  protected readonly kind = 'User';

  constructor(desk: ScimDesk) {
    super(desk);
  }
}

@Controller('scim/v2/Groups')
export class GroupsController extends ResourceRoutes {
  protected readonly kind = 'Group';

  constructor(desk: ScimDesk) {
    super(desk);
  }
}

/** What the service can do (RFC 7644 § 4), and many things at once (§ 3.7). */
@Controller('scim/v2')
@UseGuards(ScimTokenGuard)
export class ServiceController {
  constructor(private readonly desk: ScimDesk) {}

  @Get('ServiceProviderConfig')
  @Allow('scim')
  async config(@Res() reply: FastifyReply): Promise<void> {
    send(reply, 200, await new Resources.ServiceProviderConfig().read());
  }

  @Get('Schemas')
  @Allow('scim')
  async schemas(@Res() reply: FastifyReply): Promise<void> {
    send(reply, 200, await new Resources.Schema().read());
  }

  @Get('Schemas/:id')
  @Allow('scim')
  async schema(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    send(reply, 200, await new Resources.Schema(id).read());
  }

  @Get('ResourceTypes')
  @Allow('scim')
  async types(@Res() reply: FastifyReply): Promise<void> {
    send(reply, 200, await new Resources.ResourceType().read());
  }

  @Get('ResourceTypes/:id')
  @Allow('scim')
  async type(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    send(reply, 200, await new Resources.ResourceType(id).read());
  }

  @Post('Bulk')
  @Allow('scim')
  @HttpCode(200)
  async bulk(@Req() request: FastifyRequest, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    send(reply, 200, await this.desk.bulk(organizationOf(request), body));
  }

  @Get('*')
  @Allow('scim')
  nothing(): never {
    throw new Types.Error(404, null as never, 'There is nothing here.');
  }
}
