import { fstatSync, fsync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { release } from 'node:os'
import { promisify } from 'node:util'
import { systemCalls } from './system-calls.ts'

/** A file or directory that is to be on the disk. */
export interface Opened {
  readonly fileDescriptor: number
  readonly path: string
  /** By `process.hrtime`, when it was open and nothing was written to it yet. */
  readonly openedAtNs: bigint
}

/** Resolves when all that was written to it is on the disk. @throws the system's error */
export type VolumeFlush = (opened: Opened) => Promise<void>

interface Waiting {
  readonly opened: Opened
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * ext4, XFS, Btrfs, F2FS and tmpfs, whose `syncfs` is known to wait for the disk's own cache too. FAT's does not, and those of
 * network drives and FUSE may not reach the other side.
 */
const trustedTypes = new Set([0xef53, 0x58465342, 0x9123683e, 0xf2f52010, 0x01021994])

const sync = promisify(fsync)

/**
 * Has files and directories on the disk, many of one volume by one call where the system has such a call: while a volume is
 * flushed, others wait for the next flush, which is for all of them. A hundred files cost little more than one then.
 */
export function createVolumeFlush(): VolumeFlush {
  const isTrusted = isKernelTrusted()
  const volumes = new Map<number, Waiting[]>()

  const flushUntilNoneWaits = async (volumeId: number): Promise<void> => {
    for (let waiting = volumes.get(volumeId) ?? []; waiting.length > 0;) {
      const next: Waiting[] = []
      volumes.set(volumeId, next)
      await flushAll(waiting)
      waiting = next
    }
    volumes.delete(volumeId)
  }

  return async (opened) => {
    if (!isTrusted) return await sync(opened.fileDescriptor)
    const volumeId = fstatSync(opened.fileDescriptor).dev
    await new Promise<void>((resolve, reject) => {
      const one: Waiting = { opened, resolve, reject }
      const waiting = volumes.get(volumeId)
      if (waiting !== undefined) return void waiting.push(one)
      volumes.set(volumeId, [one])
      // Those that are asked for in the same moment go together.
      setImmediate(() => void flushUntilNoneWaits(volumeId))
    })
  }
}

/** Before Linux 5.17 `syncfs` kept some errors to itself. */
function isKernelTrusted(): boolean {
  const [major = 0, minor = 0] = release().split('.').map(Number)
  return process.platform === 'linux' && (major > 5 || (major === 5 && minor >= 17))
}

/** Never rejects: each of those that wait hears how it went for itself. */
async function flushAll(waiting: readonly Waiting[]): Promise<void> {
  if (await isFlushed(waiting.map(({ opened }) => opened))) {
    for (const { resolve } of waiting) resolve()
    return
  }
  // Which of them is not on the disk, only its own flush tells.
  await Promise.all(waiting.map(({ opened, resolve, reject }) => sync(opened.fileDescriptor).then(resolve, reject)))
}

async function isFlushed(opened: readonly Opened[]): Promise<boolean> {
  // One alone needs nothing else on the disk.
  if (opened.length === 1) return false
  // The system reports all that failed on the volume since a file was opened, once: the first of these knows about all.
  const first = opened.reduce((a, b) => (b.openedAtNs < a.openedAtNs ? b : a))
  try {
    const { flushVolume } = await systemCalls()
    if (flushVolume === null || !trustedTypes.has((await statfs(first.path)).type)) return false
    return await flushVolume(first.fileDescriptor)
  } catch {
    return false
  }
}
