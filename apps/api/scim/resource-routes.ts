import {
  Body,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type ScimKind } from '#storage/scim/scim-resources.js';
import { Allow } from '../access/allow.js';
import { type ListQuery, type ScimAnswer, ScimDesk } from './scim-desk.js';
import { scimType } from '../http/scim-problem.js';
import { ScimTokenGuard } from './scim-token.guard.js';

/** The routes that RFC 7644 has for every type of resource. */
@UseGuards(ScimTokenGuard)
export abstract class ResourceRoutes {
  protected abstract readonly kind: ScimKind;

  constructor(protected readonly desk: ScimDesk) {}

  @Get()
  @Allow('scim')
  async list(@Req() request: FastifyRequest, @Query() query: ListQuery, @Res() reply: FastifyReply): Promise<void> {
    send(reply, 200, await this.desk.list(organizationOf(request), this.kind, query));
  }

  @Post('.search')
  @Allow('scim')
  async search(@Req() request: FastifyRequest, @Body() body: SearchBody, @Res() reply: FastifyReply): Promise<void> {
    const { attributes, excludedAttributes, ...query } = body ?? {};
    const list = { attributes: attributes?.join(','), excludedAttributes: excludedAttributes?.join(',') };
    send(reply, 200, await this.desk.list(organizationOf(request), this.kind, { ...query, ...list }));
  }

  @Post()
  @Allow('scim')
  async create(@Req() request: FastifyRequest, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const created = await this.desk.create(organizationOf(request), this.kind, body);
    void reply.header('location', created.meta.location);
    sendResource(reply, 201, created);
  }

  @Get(':id')
  @Allow('scim')
  async one(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: ListQuery,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const whole = await this.desk.read(organizationOf(request), this.kind, id);
    void reply.header('etag', whole.meta.version);
    if (known?.includes(whole.meta.version)) return void reply.status(304).send();
    const isPart = query.attributes !== undefined || query.excludedAttributes !== undefined;
    send(reply, 200, isPart ? await this.desk.read(organizationOf(request), this.kind, id, query) : whole);
  }

  @Put(':id')
  @Allow('scim')
  async replace(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: unknown,
    @Headers('if-match') ifMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const how = { how: 'replace', body, ifMatch } as const;
    sendResource(reply, 200, await this.desk.change(organizationOf(request), this.kind, id, how));
  }

  @Patch(':id')
  @Allow('scim')
  async patch(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Body() body: unknown,
    @Headers('if-match') ifMatch: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const how = { how: 'patch', body, ifMatch } as const;
    sendResource(reply, 200, await this.desk.change(organizationOf(request), this.kind, id, how));
  }

  @Delete(':id')
  @Allow('scim')
  @HttpCode(204)
  async remove(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.desk.change(organizationOf(request), this.kind, id, { how: 'remove', ifMatch });
  }
}

interface SearchBody {
  attributes?: string[];
  excludedAttributes?: string[];
}

export function organizationOf({ scim }: FastifyRequest): string {
  if (!scim) throw new Error('This route has no guard of its own.');
  return scim.organizationId;
}

export function send(reply: FastifyReply, status: number, body: unknown): void {
  void reply.status(status).type(scimType).send(JSON.stringify(body));
}

function sendResource(reply: FastifyReply, status: number, resource: ScimAnswer | null): void {
  if (resource) void reply.header('etag', resource.meta.version);
  send(reply, status, resource);
}
