/** Bytes a second over the last seconds. */
export interface TransferRate {
  /** @param bytes all so far */
  add(bytes: number, nowMs: number): void
  bytesPerSecond(nowMs: number): number
}

const windowMs = 5000
/** Pieces come thousands a second. */
const betweenMs = 100

export function createTransferRate(): TransferRate {
  let samples: { readonly bytes: number; readonly atMs: number }[] = []

  return {
    add(bytes, nowMs) {
      const last = samples.at(-1)
      if (last !== undefined && nowMs - last.atMs < betweenMs) return
      samples = [...samples.filter(({ atMs }) => atMs > nowMs - windowMs), { bytes, atMs: nowMs }]
    },
    bytesPerSecond(nowMs) {
      const first = samples[0]
      const last = samples.at(-1)
      if (first === undefined || last === undefined || nowMs <= first.atMs) return 0
      return Math.max(0, (last.bytes - first.bytes) * 1000) / (nowMs - first.atMs)
    },
  }
}
