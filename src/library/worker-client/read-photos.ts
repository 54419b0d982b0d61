import { WinnowError } from '../../contract/error.ts'
import type { FileToRead, ModelInfo } from '../../contract/worker.ts'
import type { ReadOutcome, WorkerClient } from '../context.ts'
import type { RequestReply } from './connection.ts'
import { workerDied } from './connection.ts'
import type { ConnectionWithModel, Connector } from './connector.ts'
import { createMessageChannel } from './message-channel.ts'
import { isUnitVector, rowsOf } from './rows-of.ts'
import { untilCancelled } from './until-cancelled.ts'

/** What is said of a provider whose numbers can't be used. */
const notUnitVectors = 'It answered numbers that are none.'

/** `WorkerClient.read`. @param thumbnailDir null where thumbnails are there already */
export function photoReader(connector: Connector, thumbnailDir: string | null): WorkerClient['read'] {
  async function* read(files: readonly FileToRead[], signal?: AbortSignal): AsyncGenerator<ReadOutcome> {
    const unanswered = new Map(files.map((file) => [file.fileId, file]))
    // Again where a provider failed: the processor takes what it did not answer, and no file is blamed for it.
    while (unanswered.size > 0) {
      const connected = await connector.connectWithModel(signal)
      for await (const outcome of readOnce(connected, [...unanswered.values()], signal)) {
        unanswered.delete(outcome.fileId)
        yield outcome
      }
      if (!connected.connection.isProviderToBlame || signal?.aborted === true) return
    }
  }

  async function* readOnce(
    { connection, model }: ConnectionWithModel,
    files: readonly FileToRead[],
    signal?: AbortSignal,
  ): AsyncGenerator<ReadOutcome> {
    const channel = createMessageChannel<ReadOutcome>()
    const unanswered = new Set(files.map((file) => file.fileId))
    const begun = new Set<number>()
    const mayFail = connection.target.settings.provider !== 'cpu'
    const fail = (message: string): void => {
      connector.providerFailed(connection, message)
      channel.end()
    }
    const onReply = (reply: RequestReply): void => {
      if (connection.isProviderToBlame) {
        // What it still says is not to be believed.
        if (reply.type === 'done' || reply.type === 'failed') channel.end()
        return
      }
      if (reply.type === 'reading') begun.add(reply.fileId)
      else if (reply.type === 'done') channel.end()
      else if (reply.type === 'failed' && reply.code === 'provider-failed' && mayFail) fail(reply.message)
      else if (reply.type === 'failed') channel.fail(new WinnowError(reply.code, reply.message))
      else if (reply.type === 'read' && unanswered.has(reply.fileId)) {
        const outcome = outcomeOf(reply, model)
        if (mayFail && outcome.ok && !isUnitVector(outcome.embedding)) return fail(notUnitVectors)
        connector.worked()
        unanswered.delete(reply.fileId)
        begun.delete(reply.fileId)
        channel.push(outcome)
      }
    }
    const onDeath = (how: string): void => {
      if (connection.isProviderToBlame) return channel.end()
      for (const fileId of unanswered) {
        const message = workerDied(how).message
        channel.push({
          fileId,
          ok: false,
          wasBegun: begun.has(fileId),
          failure: { kind: 'transient', code: 'worker-restarting', message },
        })
      }
      channel.end()
    }
    const cancel = connection.request({ type: 'read', files: [...files], thumbnailDir }, { onReply, onDeath })
    yield* untilCancelled(channel, cancel, signal)
  }

  return read
}

function outcomeOf(reply: Extract<RequestReply, { type: 'read' }>, model: ModelInfo): ReadOutcome {
  const { fileId, result } = reply
  if (!result.ok) return { fileId, ok: false, wasBegun: false, failure: result.failure }
  const embedding = rowsOf(result.photo.embedding, model.embeddingDim)[0]!
  return { fileId, ok: true, photo: result.photo, embedding, model }
}
