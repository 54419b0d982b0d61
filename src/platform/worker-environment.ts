import { availableParallelism } from 'node:os'

/**
 * The environment a worker is started with. libuv's pool must be sized before the process starts: one thread for each photo
 * being decoded, and two more so that reading files never waits for a decoder. glibc's arenas, one a thread, would each keep
 * the largest picture they ever held.
 */
export function workerEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, UV_THREADPOOL_SIZE: String(availableParallelism() + 3), MALLOC_ARENA_MAX: '2' }
}
