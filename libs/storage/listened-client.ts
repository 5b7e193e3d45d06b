import pg from 'pg';

/**
 * A connection that breaks tells whoever listens to it; where nobody does, the process ends. Between the pool that hands
 * one out and whoever asked for it nobody listens for a moment, which is when a dying server's last word may be read.
 * What was asked over it fails all the same.
 */
export class ListenedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
