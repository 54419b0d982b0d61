/** How long something took, run after run, in milliseconds: on the clock, and of this process's own work on all cores. */
export interface Times {
  readonly p50: number
  readonly p95: number
  /** On a machine that is busy with something else, this tells more than the clock. */
  readonly cpuP50: number
  readonly cpuP95: number
}

/** Runs `work` some times to warm up, then `runs` times measured, one after the other. */
export async function timesOf(runs: number, work: (run: number) => unknown): Promise<Times> {
  for (let run = 0; run < Math.min(5, runs); run++) await work(run)
  const times: number[] = []
  const cpuTimes: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    const cpu = process.cpuUsage()
    await work(run)
    times.push(performance.now() - start)
    const { user, system } = process.cpuUsage(cpu)
    cpuTimes.push((user + system) / 1000)
  }
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    cpuP50: percentile(cpuTimes, 0.5),
    cpuP95: percentile(cpuTimes, 0.95),
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}
