import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { type ImportPreview, previewBytes, PreviewQuery, wholePreviewBytes } from '#contract/imports.js';
import { Problem } from '#runtime/problem.js';
import { Allow } from '../access/allow.js';
import { Organization, type OrganizationInPath } from '../access/caller.js';
import { Parse } from '../http/parse.js';
import { KnownContent } from './known-content.js';
import { previewOf } from './preview-of.js';

@Controller('v1/organizations/:org/imports/preview')
export class PreviewController {
  constructor(private readonly known: KnownContent) {}

  /** Stores nothing; asks the database only whether the same came before. */
  @Post()
  @Allow('import')
  @HttpCode(200)
  async preview(
    @Organization() organization: OrganizationInPath,
    @Query(new Parse(PreviewQuery)) query: PreviewQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportPreview> {
    if (!(request.body instanceof Readable))
      throw new Problem('unsupported_media_type', 415, 'Send the beginning of the file as application/octet-stream.');
    const bytes = await begun(request.body, query.whole ? wholePreviewBytes : 2 * previewBytes);
    const { told, keys } = await previewOf(bytes, query, new Date());
    return { ...told, known: await this.known.of(organization.id, told.kind, query, { bytes, keys }) };
  }
}

/** Never more than so many bytes: what comes behind them is not looked at. */
async function begun(body: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body) {
    pieces.push(piece);
    size += piece.length;
    if (size >= most) break;
  }
  return Buffer.concat(pieces).subarray(0, most);
}
