const patienceMs = 60_000
const delaysMs = [100, 1000, 4000, 15_000] as const

/**
 * How long to wait before a process that crashed is started again: longer with each crash of the last minute, and
 * undefined when it crashed so often that another start would only burn power.
 *
 * @param crashedAtMs when it crashed, this time included, in order
 */
export function restartDelayMs(crashedAtMs: readonly number[], nowMs: number): number | undefined {
  const recent = crashedAtMs.filter((atMs) => nowMs - atMs < patienceMs).length
  return delaysMs[Math.max(0, recent - 1)]
}
