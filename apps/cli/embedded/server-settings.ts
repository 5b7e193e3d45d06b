/** Settings for a small machine that serves one Essor; a throw-away one (`durable` false) survives a kill, but not the loss of power. */
export function serverSettings(durable: boolean, connections = durable ? 100 : 200): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    // No socket file: its path would exceed the system's limit in a deep folder.
    unix_socket_directories: '',
    max_connections: String(connections),
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    min_wal_size: '128MB',
    max_wal_size: '2GB',
    // A folder of backups that is away must not fill the disk with the log that is kept for it.
    max_slot_wal_keep_size: '8GB',
    wal_compression: 'pglz',
    checkpoint_timeout: '10min',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The log is a plain file: it must not hold statements or values, which may name people.
    log_error_verbosity: 'terse',
    // That of the tests tells which statement failed, and whose: nobody is named there.
    ...(durable
      ? { log_min_error_statement: 'panic' }
      : { log_min_error_statement: 'error', log_line_prefix: '%m [%p] %a ' }),
    log_checkpoints: 'off',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: 'on',
    full_page_writes: durable ? 'on' : 'off',
  };
}
