import { execFileSync } from 'node:child_process'

const bytesPerMegabyte = 1_000_000

export interface MemorySample {
  /** Seconds since the first sample. */
  readonly atSeconds: number
  readonly libraryMb: number
  /** All processes that the library has started. */
  readonly workerMb: number
}

/** Resident memory of a process and of those it started, asked of the system twice a second until stopped. */
export function sampleMemory(libraryPid: number): { readonly samples: readonly MemorySample[]; stop(): void } {
  const samples: MemorySample[] = []
  const beganAtMs = performance.now()
  const sample = (): void => {
    const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
    const megabytes = (own: (pid: number, parentPid: number) => boolean): number =>
      rows.reduce((sum, [pid = 0, parentPid = 0, kib = 0]) => sum + (own(pid, parentPid) ? kib * 1024 : 0), 0) /
      bytesPerMegabyte
    samples.push({
      atSeconds: (performance.now() - beganAtMs) / 1000,
      libraryMb: megabytes((pid) => pid === libraryPid),
      workerMb: megabytes((_, parentPid) => parentPid === libraryPid),
    })
  }
  const timer = setInterval(sample, 500)
  return { samples, stop: () => clearInterval(timer) }
}

export function peak(samples: readonly MemorySample[], of: 'libraryMb' | 'workerMb'): number {
  return samples.reduce((most, sample) => Math.max(most, sample[of]), 0)
}
