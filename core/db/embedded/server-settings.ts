export const SUPERUSER = 'focusracer';
export const DATABASE = 'postgres';
export const HOST = '127.0.0.1';

/**
 * Given on the command line at every start, so that a newer program's values
 * hold for clusters that exist already. fsync and synchronous_commit keep their
 * defaults: what was committed survives a power cut.
 */
export const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: HOST,
  // TCP only: socket paths are limited to about 100 bytes and homes are not.
  unix_socket_directories: '',
  // Twenty processes with small pools, and room for tools.
  max_connections: '200',
  shared_buffers: '128MB',
  // Nothing replicates from this server: less to write for each change.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  max_wal_size: '512MB',
  // Its data fit in memory: processes of their own for reading would sit idle.
  io_method: 'sync',
  // Queries are short; compiling them costs more than it gives.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
  // Statements and details hold names and faces of people: keep them out of the log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};
