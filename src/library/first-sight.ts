import type { ApiHandlers } from '../contract/api.ts'

type ListPhotos = ApiHandlers['photos.list']

/** Lets a window that is about to open have its first photos before work begins that nobody waits for. */
export interface FirstSight {
  /** The same list; its first answer is noticed. */
  watch(listPhotos: ListPhotos): ListPhotos
  /** Resolves soon after the first list was answered, or when no window has asked for a while. */
  over(): Promise<void>
}

/** The pictures of the first screen are asked for and painted in this time after the list. */
const paintMs = 400
/** A window that comes later finds the work under way. */
const longestWaitMs = 5000

export function createFirstSight(): FirstSight {
  const answered = Promise.withResolvers<void>()
  return {
    watch: (listPhotos) => async (query, signal) => {
      const list = await listPhotos(query, signal)
      answered.resolve()
      return list
    },
    async over() {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, longestWaitMs).unref()
      })
      await Promise.race([answered.promise.then(() => new Promise((resolve) => setTimeout(resolve, paintMs))), late])
      clearTimeout(timer)
    },
  }
}
