import { WinnowError } from '../../contract/error.ts'
import type { FileToRate, FileToRead } from '../../contract/worker.ts'
import type { WorkerClient } from '../context.ts'
import { untilAborted } from '../timing/until-aborted.ts'
import type { RequestReply } from './connection.ts'
import type { Connector } from './connector.ts'
import { createMessageChannel } from './message-channel.ts'
import { untilCancelled } from './until-cancelled.ts'

/** A request may name 1,000 files; the fewer, the sooner it can be cancelled. */
const ratedAtOnce = 200
/** What is asked once more after a worker's death is not to blame for it in most cases. */
const rateAttempts = 2

/** `WorkerClient.look` and `WorkerClient.rate`, which need no model. */
export function headReader(connector: Connector): Pick<WorkerClient, 'look' | 'rate'> {
  async function* look(files: readonly FileToRead[], signal?: AbortSignal): ReturnType<WorkerClient['look']> {
    const connected = await connector.connect(signal)
    await untilAborted(connected.ready, signal)
    const channel = createMessageChannel<{
      fileId: number
      facts: Extract<RequestReply, { type: 'looked' }>['facts']
    }>()
    const unanswered = new Set(files.map((file) => file.fileId))
    const cancel = connected.request(
      { type: 'look', files: [...files] },
      {
        onReply(reply) {
          if (reply.type === 'looked') {
            unanswered.delete(reply.fileId)
            channel.push({ fileId: reply.fileId, facts: reply.facts })
          } else if (reply.type === 'done') channel.end()
          else if (reply.type === 'failed') channel.fail(new WinnowError(reply.code, reply.message))
        },
        onDeath() {
          for (const fileId of unanswered) channel.push({ fileId, facts: null })
          channel.end()
        },
      },
    )
    yield* untilCancelled(channel, cancel, signal)
  }

  async function* rate(files: readonly FileToRate[], signal?: AbortSignal): ReturnType<WorkerClient['rate']> {
    for (let from = 0; from < files.length; from += ratedAtOnce) {
      const unrated = new Map(files.slice(from, from + ratedAtOnce).map((file) => [file.fileId, file]))
      for (let attempt = 1; attempt <= rateAttempts && unrated.size > 0; attempt++) {
        for await (const rated of rateOnce([...unrated.values()], signal)) {
          unrated.delete(rated.fileId)
          yield rated
        }
        if (signal?.aborted === true) return
      }
      for (const fileId of unrated.keys()) yield { fileId, rating: null }
    }
  }

  /** Ends early when the worker dies. */
  async function* rateOnce(files: readonly FileToRate[], signal?: AbortSignal): ReturnType<WorkerClient['rate']> {
    const connected = await connector.connect(signal)
    await untilAborted(connected.ready, signal)
    const channel = createMessageChannel<{ fileId: number; rating: number | null }>()
    const cancel = connected.request(
      { type: 'rate', files: [...files] },
      {
        onReply(reply) {
          if (reply.type === 'rated') channel.push({ fileId: reply.fileId, rating: reply.rating })
          else if (reply.type === 'done') channel.end()
          else if (reply.type === 'failed') channel.fail(new WinnowError(reply.code, reply.message))
        },
        onDeath: () => channel.end(),
      },
    )
    yield* untilCancelled(channel, cancel, signal)
  }

  return { look, rate }
}
