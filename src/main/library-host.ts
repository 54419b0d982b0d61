import type { MessagePortMain, UtilityProcess } from 'electron'
import { MessageChannelMain, utilityProcess } from 'electron'
import type { ErrorShape } from '../contract/error.ts'
import type { Log } from '../platform/logger.ts'
import { electronPort } from './electron-port.ts'
import { mediaOverPort } from './media-over-port.ts'
import type { ToLibrary } from './process-messages.ts'
import { fromLibrarySchema } from './process-messages.ts'
import { restartDelayMs } from './restart-delay.ts'
import { workerForks } from './worker-forks.ts'

export interface LibraryHostOptions {
  readonly libraryFile: string
  readonly open: Extract<ToLibrary, { type: 'open' }>
  readonly reveal: (path: string) => void
  readonly trash: (path: string) => Promise<void>
  /** In Chromium's words; see `first-proxy.ts`. */
  readonly resolveProxy: (url: string) => Promise<string>
  /** The library can't be opened, or crashed again and again; nothing more will be tried. */
  readonly onFailed: (error: ErrorShape) => void
  readonly log: Log
}

export interface LibraryHost {
  /** Gives `deliver` a port to the library now and after each restart. Returns the function that ends that. */
  connect(deliver: (port: MessagePortMain) => void): () => void
  serveMedia(request: Request): Promise<Response>
  /** How the machine is powered now; the library is told again after each restart of it. */
  power(isOnBattery: boolean): void
  /** Resolves when the library has closed its files, or didn't within ten seconds. */
  close(): Promise<void>
}

const closingMs = 10_000

/** Runs the library in a utility process and starts it again when it crashes. */
export function startLibraryHost(options: LibraryHostOptions): LibraryHost {
  const { libraryFile, open, reveal, trash, resolveProxy, onFailed, log } = options
  const deliveries = new Set<(port: MessagePortMain) => void>()
  const crashedAtMs: number[] = []
  let child: UtilityProcess
  let fetchMedia: (request: Request) => Promise<Response>
  let ended = false
  let isOnBattery: boolean | undefined

  const tell = (message: ToLibrary, port?: MessagePortMain): void => {
    child.postMessage(message, port === undefined ? [] : [port])
  }
  const newPort = (message: ToLibrary): MessagePortMain => {
    const { port1, port2 } = new MessageChannelMain()
    tell(message, port2)
    return port1
  }
  const workers = workerForks(open.workerFile, tell)

  const answerTrash = async (requestId: number, path: string): Promise<void> => {
    let failure: string | null = null
    try {
      await trash(path)
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error)
    }
    // A library that was started anew since does not know the number, and does not mind.
    tell({ type: 'trashed', requestId, failure })
  }

  const answerProxy = async (requestId: number, url: string): Promise<void> => {
    const rules = await resolveProxy(url).catch(() => 'DIRECT')
    tell({ type: 'proxy', requestId, rules })
  }

  const take = (raw: unknown): void => {
    const message = fromLibrarySchema.safeParse(raw).data
    if (message?.type === 'reveal') reveal(message.path)
    if (message?.type === 'trash') void answerTrash(message.requestId, message.path)
    if (message?.type === 'resolve-proxy') void answerProxy(message.requestId, message.url)
    if (message?.type === 'start-worker') workers.fork(message.workerId)
    if (message?.type === 'kill-worker') workers.kill(message.workerId)
    if (message?.type === 'refused') {
      ended = true
      child.kill()
      onFailed(message.error)
    }
  }

  const restart = (exitCode: number): void => {
    workers.killAll()
    if (ended) return
    crashedAtMs.push(Date.now())
    const delayMs = restartDelayMs(crashedAtMs, Date.now())
    log('error', `The library process ended with ${exitCode}`, { restartInMs: delayMs ?? null })
    if (delayMs !== undefined) {
      setTimeout(() => {
        if (!ended) start()
      }, delayMs)
      return
    }
    ended = true
    onFailed({ code: 'internal', message: 'Winnow stopped again and again and gives up. Its log says what happened.' })
  }

  const start = (): void => {
    child = utilityProcess.fork(libraryFile, [], { serviceName: 'Winnow library', stdio: 'inherit' })
    child.on('message', take)
    child.once('exit', restart)
    tell(open)
    if (isOnBattery !== undefined) tell({ type: 'power', isOnBattery })
    fetchMedia = mediaOverPort(electronPort(newPort({ type: 'serve-media' })))
    for (const deliver of deliveries) deliver(newPort({ type: 'serve-calls' }))
  }
  start()

  return {
    connect(deliver) {
      deliveries.add(deliver)
      deliver(newPort({ type: 'serve-calls' }))
      return () => deliveries.delete(deliver)
    },
    serveMedia: (request) => fetchMedia(request),
    power(now) {
      isOnBattery = now
      if (!ended) tell({ type: 'power', isOnBattery: now })
    },
    async close() {
      if (ended) return
      ended = true
      const exited = new Promise((resolve) => child.once('exit', resolve))
      tell({ type: 'close' })
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, closingMs))])
      child.kill()
    },
  }
}
