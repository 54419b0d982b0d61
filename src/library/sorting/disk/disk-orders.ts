import type { Opened } from './volume-flush.ts'

/** What a disk thread is asked to do. */
export type DiskOrder =
  | { readonly type: 'copy'; readonly orderId: number; readonly from: string; readonly to: string; readonly stop: Stop }
  | { readonly type: 'hash'; readonly orderId: number; readonly path: string; readonly stop: Stop }

/** One number in shared memory, looked at between two pieces of a file; not 0: stop. */
export type Stop = Int32Array | null

/** What became of an order. */
export type DiskAnswer = { readonly orderId: number } & (
  | {
      readonly type: 'done'
      readonly contentHash: string
      /** Of a copy: still open, and the process's own, so that whoever asked can flush and close it. */
      readonly opened: Omit<Opened, 'path'> | null
    }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly error: DiskFailure }
)

/** An error in two parts: from thread to thread one loses all that is not standard, and so the system's code. */
export interface DiskFailure {
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
}
