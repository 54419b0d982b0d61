import { readSync } from 'node:fs'
import type { Stop } from './disk-orders.ts'

/** The person paused or ended the run in the middle of a file. */
export class ReadingStopped extends Error {
  override readonly name = 'ReadingStopped'
}

/**
 * Reads an open file piece by piece, through the same memory.
 * @throws the system's error, or ReadingStopped
 */
export function* readPieces(fileDescriptor: number, memory: Buffer, stop: Stop): Generator<Buffer> {
  for (;;) {
    if (stop !== null && Atomics.load(stop, 0) !== 0) throw new ReadingStopped()
    const bytesRead = readSync(fileDescriptor, memory, 0, memory.length, null)
    if (bytesRead === 0) return
    yield memory.subarray(0, bytesRead)
  }
}
