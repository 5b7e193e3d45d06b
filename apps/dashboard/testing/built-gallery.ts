import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { type BrowserContext } from 'playwright-core';

const config = join(__dirname, '..', 'vite.config.ts');
const vite = join(dirname(createRequire(__filename).resolve('vite/package.json')), 'bin', 'vite.js');
const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The gallery, which the product itself does not ship, built into a folder of its own. */
export interface BuiltGallery {
  address: string;
  /** Its files come from the folder, and nothing from anywhere else. */
  serve(context: BrowserContext): Promise<void>;
  remove(): Promise<void>;
}

export async function buildGallery(): Promise<BuiltGallery> {
  const folder = await mkdtemp(join(tmpdir(), 'essor-gallery-'));
  const args = ['build', '--config', config, '--mode', 'gallery', '--outDir', folder, '--logLevel', 'error'];
  // Set by the test runner; what is built for tests is not what is looked at.
  const env = { ...process.env, NODE_ENV: undefined };
  const [code] = (await once(spawn(process.execPath, [vite, ...args], { stdio: 'inherit', env }), 'exit')) as [number];
  if (code !== 0) throw new Error('The gallery was not built.');
  return {
    address: 'http://gallery.test/gallery',
    serve: async (context) => {
      await context.route('**/*', (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname.startsWith('/v1/')) return route.fulfill({ status: 404, json: {} });
        const file = extname(pathname) ? pathname : '/index.html';
        return route.fulfill({ body: readFileSync(join(folder, file)), contentType: types[extname(file)] ?? '' });
      });
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
