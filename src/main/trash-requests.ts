import { basename } from 'node:path'
import { moveToTrash } from '../platform/move-to-trash.ts'
import type { FromLibrary, ToLibrary } from './process-messages.ts'

/** Finder and Explorer may ask the person something first. */
const patienceMs = 60_000

type Answer = Extract<ToLibrary, { type: 'trashed' }>

/** The trash as the library's process reaches it: Electron has it in main only. */
export interface TrashRequests {
  /** @throws Error with a sentence */
  trash(path: string): Promise<void>
  /** Main's answer. */
  answered(answer: Answer): void
}

export function trashRequests(
  tell: (message: FromLibrary) => void,
  platform: NodeJS.Platform = process.platform,
): TrashRequests {
  const waiting = new Map<number, (answer: Answer) => void>()
  let lastRequestId = 0

  const ask = async (path: string): Promise<Answer> => {
    const requestId = ++lastRequestId
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const timer = setTimeout(
      () => reject(new Error(`The system did not say whether “${basename(path)}” is in the trash now.`)),
      patienceMs,
    )
    waiting.set(requestId, resolve)
    tell({ type: 'trash', requestId, path })
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      waiting.delete(requestId)
    }
  }

  return {
    async trash(path) {
      const { failure } = await ask(path)
      if (failure === null) return
      // Electron asks a program of the desktop, and on Linux there may be none that has a trash.
      if (platform === 'linux') return moveToTrash(path)
      throw new Error(`“${basename(path)}” could not be moved to the trash. ${failure}`)
    },
    answered(answer) {
      waiting.get(answer.requestId)?.(answer)
    },
  }
}
