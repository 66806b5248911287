/** What the settings depend on. Sizes in MiB. */
export type Machine = { memoryMb: number; cores: number; sharedMemoryMb: number; linux: boolean }

/**
 * Settings for a PostgreSQL that shares its machine with one Anye server.
 *
 * @param durable false only for throw-away test databases: acknowledged writes may then be lost with the machine
 */
export function serverSettings(machine: Machine, durable: boolean): Record<string, string> {
  const { memoryMb, cores } = machine
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${within(memoryMb / 5, 64, 8192)}MB`,
    effective_cache_size: `${within(memoryMb * 0.6, 128, 65536)}MB`,
    work_mem: `${within(memoryMb / 600, 4, 64)}MB`,
    maintenance_work_mem: `${within(memoryMb / 24, 64, 1024)}MB`,
    max_parallel_workers_per_gather: String(within(cores / 2, 1, 4)),
    max_parallel_maintenance_workers: String(within(cores / 2, 1, 4)),
    max_parallel_workers: String(within(cores, 2, 16)),
    // Containers often give /dev/shm 64 MB, where a parallel hash join dies; files in the data directory do not.
    ...(machine.linux && machine.sharedMemoryMb < 256 && { dynamic_shared_memory_type: 'mmap' }),
    ...(machine.linux && { effective_io_concurrency: '64' }),
    random_page_cost: '1.1',
    jit: 'off',
    wal_level: 'replica',
    wal_compression: 'on',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A statement and the detail of an error hold personal data; the log must not.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    ...(durable ? DURABLE : THROW_AWAY),
  }
}

const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
const THROW_AWAY = {
  fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off',
  shared_buffers: '128MB', max_connections: '200', wal_level: 'minimal', max_wal_senders: '0',
}

function within(value: number, low: number, high: number): number {
  return Math.round(Math.min(high, Math.max(low, value)))
}
