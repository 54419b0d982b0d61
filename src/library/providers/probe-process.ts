import type { EncoderSettings } from '../../contract/providers.ts'
import type { StartWorker, WorkerReply } from '../../contract/worker.ts'
import { workerReplySchema } from '../../contract/worker.ts'

/** What came of asking a process that may crash, hang or be refused. */
export type ProbeAnswer =
  | { readonly kind: 'probed'; readonly vectors: Uint8Array; readonly photosPerSecond: number }
  /** It computed, and what it computed are no numbers. */
  | { readonly kind: 'no-numbers' }
  | { readonly kind: 'loaded' }
  /** `words` are what it said, and what the system's loader said to its error output. */
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly words: string }
  | { readonly kind: 'died'; readonly how: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'stopped' }

/** A worker for nothing but tests of one provider. */
export interface ProbeProcess {
  ask(type: 'probe-provider' | 'load-model', modelDir: string, settings: EncoderSettings): Promise<ProbeAnswer>
  /** Resolves when it is gone. */
  end(): Promise<void>
}

/** How long it may take to be gone: its last words are read then. */
const endingMs = 3000

/** @param limitMs for all that is asked; then it is ended */
export function startProbeProcess(startWorker: StartWorker, limitMs: number, signal: AbortSignal): ProbeProcess {
  const port = startWorker()
  const exited = Promise.withResolvers<string>()
  const over = Promise.withResolvers<ProbeAnswer>()
  let answered: PromiseWithResolvers<WorkerReply> | undefined
  let lastRequestId = 0

  port.onExit((how) => {
    exited.resolve(how)
    over.resolve({ kind: 'died', how })
  })
  const stop = (answer: ProbeAnswer): void => {
    over.resolve(answer)
    port.kill()
  }
  const timer = setTimeout(() => stop({ kind: 'silent' }), limitMs)
  const onAbort = (): void => stop({ kind: 'stopped' })
  signal.addEventListener('abort', onAbort)
  if (signal.aborted) onAbort()
  port.onMessage((message) => {
    const reply = workerReplySchema.safeParse(message).data
    if (reply !== undefined && 'requestId' in reply && reply.requestId === lastRequestId) answered?.resolve(reply)
  })

  const end = async (): Promise<void> => {
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
    port.kill()
    await Promise.race([exited.promise, new Promise((resolve) => setTimeout(resolve, endingMs).unref())])
  }

  const answerOf = async (reply: WorkerReply): Promise<ProbeAnswer> => {
    if (reply.type === 'probed') {
      return { kind: 'probed', vectors: Buffer.from(reply.vectors, 'base64'), photosPerSecond: reply.photosPerSecond }
    }
    if (reply.type === 'probed-no-numbers') return { kind: 'no-numbers' }
    if (reply.type === 'model-loaded') return { kind: 'loaded' }
    if (reply.type !== 'failed') throw new Error(`A probe was answered by ${reply.type}`)
    await end()
    const how = await Promise.race([exited.promise, Promise.resolve('')])
    return { kind: 'failed', code: reply.code, message: reply.message, words: `${reply.message}\n${how}` }
  }

  return {
    async ask(type, modelDir, settings) {
      answered = Promise.withResolvers<WorkerReply>()
      port.post({ type, requestId: ++lastRequestId, modelDir, settings })
      // What came first counts: a process that refused is ended to hear its last words, and has not crashed by that.
      const first = await Promise.race([answered.promise, over.promise])
      return 'kind' in first ? first : await answerOf(first)
    },
    end,
  }
}
