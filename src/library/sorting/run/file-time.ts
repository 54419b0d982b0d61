import type { DiskFacts } from '../disk/disk.ts'

const nsPerSecond = 1_000_000_000n

/** Time of change in milliseconds, to the last bit as `fs.stat` says it and so as the library remembers it. */
export function fileTimeMs({ mtimeNs }: DiskFacts): number {
  const within = ((mtimeNs % nsPerSecond) + nsPerSecond) % nsPerSecond
  return Number((mtimeNs - within) / nsPerSecond) * 1000 + Number(within) / 1e6
}
