import { WinnowError } from '../../contract/error.ts'
import type { WorkerClient } from '../context.ts'
import { untilAborted } from '../timing/until-aborted.ts'
import type { RequestBody } from './connection.ts'
import { workerDied } from './connection.ts'
import type { Connector } from './connector.ts'
import { isUnitVector, rowsOf } from './rows-of.ts'

/** A text is never what kills a worker, so it is asked again; but not for ever. */
const textAttempts = 3

/** `WorkerClient.embedTexts` and `WorkerClient.embedPicture`. */
export function embedder(connector: Connector): Pick<WorkerClient, 'embedTexts' | 'embedPicture'> {
  const embedOnce = async (body: RequestBody, signal: AbortSignal | undefined): Promise<readonly Float32Array[]> => {
    const { connection, model } = await connector.connectWithModel(signal)
    const answer = Promise.withResolvers<readonly Float32Array[]>()
    const mayFail = connection.target.settings.provider !== 'cpu'
    const failProvider = (message: string): void => {
      connector.providerFailed(connection, message)
      answer.reject(new WinnowError('provider-failed', message))
    }
    const cancel = connection.request(body, {
      onReply(reply) {
        if (reply.type === 'embedded') {
          const vectors = rowsOf(reply.vectors, model.embeddingDim)
          if (mayFail && !vectors.every(isUnitVector)) return failProvider('It answered numbers that are none.')
          connector.worked()
          answer.resolve(vectors)
        } else if (reply.type === 'failed') {
          if (mayFail && reply.code === 'provider-failed') failProvider(reply.message)
          else answer.reject(new WinnowError(reply.code, reply.message))
        }
      },
      onDeath: (how) =>
        answer.reject(connection.isProviderToBlame ? new WinnowError('provider-failed', how) : workerDied(how)),
    })
    try {
      return await untilAborted(answer.promise, signal)
    } catch (error) {
      cancel()
      throw error
    }
  }

  /** Asks again of the processor where another provider failed, and up to `attempts` times where the worker died. */
  const embed = async (
    body: RequestBody,
    attempts: number,
    signal: AbortSignal | undefined,
  ): Promise<readonly Float32Array[]> => {
    for (let attempt = 1; ;) {
      try {
        return await embedOnce(body, signal)
      } catch (error) {
        if (!(error instanceof WinnowError)) throw error
        if (error.code === 'provider-failed') continue
        if (error.code !== 'worker-down' || attempt === attempts) throw error
        attempt++
      }
    }
  }

  return {
    async embedTexts(texts, signal) {
      return texts.length === 0 ? [] : await embed({ type: 'embed-texts', texts: [...texts] }, textAttempts, signal)
    },
    async embedPicture(data, signal) {
      const body = { type: 'embed-picture', data: Buffer.from(data).toString('base64') } as const
      return (await embed(body, 1, signal))[0]!
    },
  }
}
