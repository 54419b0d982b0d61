import { join } from 'node:path'
import { workerReplySchema } from '../../src/contract/worker.ts'
import type { WorkerReply, WorkerRequest } from '../../src/contract/worker.ts'
import { promptTemplatesOf } from '../../src/core/clip/prompt-templates-of.ts'
import { fillTemplates } from '../../src/core/clip/prompt-template.ts'
import { startNodeWorker } from '../../src/platform/start-node-worker.ts'

export interface SearchTimes {
  /** From starting the process to the vectors of the first search. */
  readonly fromNothingMs: number
  /** The model is loaded, its text encoder is closed: as at first, and after five minutes without a search. */
  readonly coldMs: number
  /** Median of 20 searches. */
  readonly warmMs: number
}

type RequestBody = WorkerRequest extends infer R ? (R extends WorkerRequest ? Omit<R, 'requestId'> : never) : never

/** How long a search waits for its words, through a real worker: seven prompts each. Comparing photos is not in it. */
export async function measureFirstSearch(modelDir: string, threads: number): Promise<SearchTimes> {
  const startedAtMs = performance.now()
  const port = startNodeWorker(join(import.meta.dirname, '../../src/worker/main.ts'))
  let lastRequestId = 0
  const waiting = new Map<number, (reply: WorkerReply) => void>()
  port.onMessage((message) => {
    const reply = workerReplySchema.parse(message)
    if ('requestId' in reply) waiting.get(reply.requestId)?.(reply)
  })
  const ask = (body: RequestBody): Promise<void> =>
    new Promise((resolve, reject) => {
      const requestId = ++lastRequestId
      waiting.set(requestId, (reply) => {
        if (reply.type === 'failed') reject(new Error(reply.message))
        else if (reply.type === 'model-loaded' || reply.type === 'done') resolve()
      })
      port.post({ ...body, requestId })
    })
  const search = async (words: string): Promise<number> => {
    const askedAtMs = performance.now()
    await ask({ type: 'embed-texts', texts: [...fillTemplates(promptTemplatesOf({ templates: 'simple' }), words)] })
    return performance.now() - askedAtMs
  }
  try {
    await ask({ type: 'load-model', modelDir, settings: { provider: 'cpu', threads, batchSize: 4 } })
    const coldMs = await search('a dog on a beach')
    const fromNothingMs = performance.now() - startedAtMs
    const warm: number[] = []
    for (let i = 0; i < 20; i++) warm.push(await search(`a red bicycle number ${i}`))
    return { fromNothingMs, coldMs, warmMs: warm.sort((a, b) => a - b)[10]! }
  } finally {
    port.kill()
  }
}
