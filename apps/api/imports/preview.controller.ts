import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { type ImportPreview, previewBytes, PreviewQuery, wholePreviewBytes } from '#contract/imports.js';
import { Problem } from '#runtime/problem.js';
import { Allow } from '../access/allow.js';
import { Parse } from '../http/parse.js';
import { previewOf } from './preview-of.js';

@Controller('v1/organizations/:org/imports/preview')
export class PreviewController {
  /** Stores nothing, and asks the database for nothing. */
  @Post()
  @Allow('import')
  @HttpCode(200)
  async preview(
    @Query(new Parse(PreviewQuery)) query: PreviewQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportPreview> {
    if (!(request.body instanceof Readable))
      throw new Problem('unsupported_media_type', 415, 'Send the beginning of the file as application/octet-stream.');
    return previewOf(await begun(request.body, query.whole ? wholePreviewBytes : 2 * previewBytes), query, new Date());
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
