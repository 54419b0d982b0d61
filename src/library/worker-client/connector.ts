import { WinnowError } from '../../contract/error.ts'
import type { EncoderSettings } from '../../contract/providers.ts'
import type { ModelInfo, StartWorker } from '../../contract/worker.ts'
import type { EncoderTarget } from '../context.ts'
import { sleep } from '../timing/sleep.ts'
import { cancelledError, untilAborted } from '../timing/until-aborted.ts'
import type { Connection } from './connection.ts'
import { connectWorker, workerDied } from './connection.ts'
import { createRestartPolicy } from './restart-policy.ts'

export interface ConnectorOptions {
  readonly startWorker: StartWorker
  /** What is loaded until `reload`. */
  readonly target: EncoderTarget
  /**
   * The provider did not load, or failed at work.
   * @returns what to use instead, which is the processor in the end. Absent: the processor with the same numbers.
   */
  readonly onProviderFailed?: (target: EncoderTarget, message: string) => EncoderSettings
  readonly log: (level: 'info' | 'warn' | 'error', message: string, details?: unknown) => void
}

export interface ConnectionWithModel {
  readonly connection: Connection
  readonly model: ModelInfo
}

/** Keeps one worker process with the wanted model running: restarts, back-off, change of target, fall back. */
export interface Connector {
  readonly target: EncoderTarget
  reload(target: EncoderTarget): void
  /** A worker that is there, whether or not its model is loaded. */
  connect(signal?: AbortSignal): Promise<Connection>
  connectWithModel(signal?: AbortSignal): Promise<ConnectionWithModel>
  /** Work was done: the worker is sound. */
  worked(): void
  /** Ends this worker and falls back, once however many requests complain. Ask again afterwards. */
  providerFailed(connection: Connection, message: string): void
  close(): void
}

export function createConnector(options: ConnectorOptions): Connector {
  const { log } = options
  const policy = createRestartPolicy()
  const closing = new AbortController()
  let { target } = options
  let connection: Connection | undefined
  let connecting: Promise<Connection> | undefined
  /** Those of earlier targets that still have something to answer. */
  const retired = new Set<Connection>()

  const open = (): Connection => {
    const opened = connectWorker({
      startWorker: options.startWorker,
      target,
      log,
      onDeath(how) {
        retired.delete(opened)
        if (connection === opened) connection = undefined
        if (closing.signal.aborted || opened.isRetired) return
        policy.ended(performance.now(), how)
        log('warn', `The worker ended: ${how}`)
        if (opened.isProviderToBlame) fallBack(opened.target, how)
      },
    })
    return opened
  }

  const start = async (): Promise<Connection> => {
    await sleep(policy.delayMs(performance.now()), closing.signal)
    if (closing.signal.aborted) throw cancelledError()
    try {
      connection = open()
    } catch (error) {
      // `startWorker` itself threw: the program is not there, or no process can be made.
      const how = error instanceof Error ? error.message : String(error)
      policy.ended(performance.now(), how)
      throw workerDied(how)
    }
    const started = connection
    try {
      await started.ready
    } catch (error) {
      // Another target was wanted before it was there: that is no failure.
      if (started.isRetired) return await start()
      throw error
    }
    policy.started()
    return started
  }

  /** Tries again until a worker is there or the policy gives up. */
  const startUntilThere = async (): Promise<Connection> => {
    while (true) {
      try {
        return await start()
      } catch (error) {
        if (closing.signal.aborted) throw cancelledError()
        // Throws when there is no hope.
        policy.delayMs(performance.now())
        log('warn', 'The worker did not start.', error)
      }
    }
  }

  const connect = async (signal?: AbortSignal): Promise<Connection> => {
    if (closing.signal.aborted) throw cancelledError()
    if (connecting === undefined && connection !== undefined) return connection
    connecting ??= startUntilThere().finally(() => {
      connecting = undefined
    })
    return await untilAborted(connecting, signal)
  }

  const retire = (old: Connection): void => {
    if (connection === old) connection = undefined
    retired.add(old)
    old.retire()
  }

  const fallBack = (failed: EncoderTarget, message: string): void => {
    log('warn', `${failed.settings.provider} failed and is not used any more.`, message)
    const settings = options.onProviderFailed?.(failed, message) ?? { ...failed.settings, provider: 'cpu' }
    // Somebody may have chosen another target meanwhile.
    if (target === failed) target = { ...failed, settings }
  }

  const providerFailed = (failed: Connection, message: string): void => {
    if (failed.isProviderToBlame) return
    failed.blameProvider()
    retire(failed)
    fallBack(failed.target, message)
    failed.kill()
  }

  return {
    get target() {
      return target
    },
    reload(wanted) {
      if (isSameTarget(target, wanted)) return
      target = wanted
      if (connection !== undefined) retire(connection)
    },
    connect,
    async connectWithModel(signal) {
      while (true) {
        const connected = await connect(signal)
        try {
          return { connection: connected, model: await untilAborted(connected.model(), signal) }
        } catch (error) {
          if (!(error instanceof WinnowError) || closing.signal.aborted) throw error
          if (error.code === 'provider-failed' && connected.target.settings.provider !== 'cpu') {
            providerFailed(connected, error.message)
            continue
          }
          // It died while loading, or another target was wanted meanwhile; `connect` backs off and gives up in time.
          if (error.code !== 'worker-down') throw error
        }
      }
    },
    worked: () => policy.worked(),
    providerFailed,
    close() {
      closing.abort()
      for (const each of retired) each.kill()
      connection?.kill()
      connection = undefined
    },
  }
}

function isSameTarget(a: EncoderTarget, b: EncoderTarget): boolean {
  return (
    a.model.modelDir === b.model.modelDir &&
    a.model.modelKey === b.model.modelKey &&
    a.settings.provider === b.settings.provider &&
    a.settings.threads === b.settings.threads &&
    a.settings.batchSize === b.settings.batchSize &&
    a.settings.isGentle === b.settings.isGentle
  )
}
