import { expect, it, vi } from 'vitest'
import { toLibrarySchema } from './process-messages.ts'
import type { FromLibrary } from './process-messages.ts'
import { trashRequests } from './trash-requests.ts'

type Asked = Extract<FromLibrary, { type: 'trash' }>

/** Main, whose shell answers as told. Messages cross as they do between processes: as data. */
function withMain(platform: NodeJS.Platform, failureOf: (path: string) => string | null | undefined) {
  const asked: Asked[] = []
  const requests = trashRequests((message) => {
    if (message.type !== 'trash') return
    asked.push(message)
    const failure = failureOf(message.path)
    if (failure === undefined) return
    const answer = toLibrarySchema.parse(structuredClone({ type: 'trashed', requestId: message.requestId, failure }))
    if (answer.type === 'trashed') queueMicrotask(() => requests.answered(answer))
  }, platform)
  return { requests, asked }
}

it('gives each request its own answer', async () => {
  const { requests, asked } = withMain('darwin', (path) => (path.endsWith('bad') ? 'No.' : null))
  const results = await Promise.allSettled(['/a', '/b/bad', '/c'].map((path) => requests.trash(path)))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(asked.map(({ path }) => path)).toEqual(['/a', '/b/bad', '/c'])
  await expect(requests.trash('/b/bad')).rejects.toThrow('“bad” could not be moved to the trash. No.')
})

it('goes on by itself on Linux, where the desktop may have no trash', async () => {
  const { requests } = withMain('linux', () => 'Failed')
  // It is not there, so its own way fails too, and says why.
  await expect(requests.trash('/no-such-folder/a')).rejects.toThrow('it is not there any more')
})

it('says so when no answer comes', async () => {
  vi.useFakeTimers()
  try {
    const trashing = withMain('linux', () => undefined).requests.trash('/a')
    const outcome = expect(trashing).rejects.toThrow('did not say whether “a” is in the trash')
    await vi.advanceTimersByTimeAsync(60_000)
    await outcome
  } finally {
    vi.useRealTimers()
  }
})
