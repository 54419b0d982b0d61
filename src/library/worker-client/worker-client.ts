import { WinnowError } from '../../contract/error.ts'
import type { WorkerClient } from '../context.ts'
import { untilAborted } from '../timing/until-aborted.ts'
import { workerDied } from './connection.ts'
import { createConnector } from './connector.ts'
import type { ConnectorOptions } from './connector.ts'
import { embedder } from './embed.ts'
import { headReader } from './read-heads.ts'
import { photoReader } from './read-photos.ts'

export interface WorkerClientOptions extends ConnectorOptions {
  /** Null where thumbnails are there already and only numbers are wanted. */
  readonly thumbnailDir: string | null
}

/**
 * The worker behind restarts, back-off and fall back: see `WorkerClient`. The process is started with the first request. A
 * second client runs another model beside it, in a process of its own.
 */
export function createWorkerClient(options: WorkerClientOptions): WorkerClient {
  const connector = createConnector(options)

  const render: WorkerClient['render'] = async (file, path, signal) => {
    const connected = await connector.connect(signal)
    const answer = Promise.withResolvers<void>()
    const cancel = connected.request(
      { type: 'render', file, path },
      {
        onReply(reply) {
          if (reply.type === 'done') answer.resolve()
          else if (reply.type === 'failed') answer.reject(new WinnowError(reply.code, reply.message))
        },
        onDeath: (how) => answer.reject(workerDied(how)),
      },
    )
    try {
      await untilAborted(answer.promise, signal)
    } catch (error) {
      cancel()
      throw error
    }
  }

  return {
    get target() {
      return connector.target
    },
    reload: (target) => connector.reload(target),
    model: async (signal) => (await connector.connectWithModel(signal)).model,
    ...headReader(connector),
    read: photoReader(connector, options.thumbnailDir),
    render,
    ...embedder(connector),
    async close() {
      connector.close()
    },
  }
}
