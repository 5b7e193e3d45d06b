import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** The built dashboard. Which files there are is read once: nothing else can be asked for, whatever the path says. */
export class DashboardFiles {
  private constructor(
    readonly directory: string,
    private readonly names: ReadonlySet<string>,
  ) {}

  /** A directory that does not exist is a dashboard without files: the API works alone. */
  static async in(directory: string): Promise<DashboardFiles> {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
    const names = files.map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'));
    return new DashboardFiles(directory, new Set(names));
  }

  /** The file for a path: itself, or the one page that draws every other; null when there is nothing to show. */
  nameFor(path: string): string | null {
    const name = path.replace(/^\/+/, '');
    if (name !== '' && this.names.has(name)) return name;
    const isPage = !name.startsWith('v1/') && name !== 'v1' && !name.startsWith('assets/');
    return isPage && this.names.has('index.html') ? 'index.html' : null;
  }
}

/** Built files carry their hash in their name and never change; the others are asked for anew each time. */
export function cachingOf(name: string): { maxAge: number; immutable: boolean } {
  return name.startsWith('assets/')
    ? { maxAge: 365 * 24 * 3600 * 1000, immutable: true }
    : { maxAge: 0, immutable: false };
}
