import type { MessagePortMain } from 'electron'
import { api } from '../contract/api.ts'
import { dispatch } from '../contract/dispatch.ts'
import { WinnowError } from '../contract/error.ts'
import { inProcessTransport } from '../contract/in-process-transport.ts'
import { servePort } from '../contract/serve-port.ts'
import type { Transport } from '../contract/transport.ts'
import type { Library } from '../library/library.ts'
import { openLibrary } from '../library/open-library.ts'
import { fileLogger } from '../platform/logger.ts'
import { linuxPower } from '../platform/power-source.ts'
import { startNodeWorker } from '../platform/start-node-worker.ts'
import { thisHardware } from '../platform/this-hardware.ts'
import { thisMachine } from '../platform/this-machine.ts'
import { usualPlaces } from '../platform/usual-places.ts'
import { version } from '../platform/version.ts'
import { electronPort } from './electron-port.ts'
import { powerMessages } from './power-messages.ts'
import type { FromLibrary, ToLibrary } from './process-messages.ts'
import { toLibrarySchema } from './process-messages.ts'
import { proxyRequests } from './proxy-requests.ts'
import { serveMediaPort } from './serve-media-port.ts'
import { trashRequests } from './trash-requests.ts'
import { utilityWorkers } from './utility-worker.ts'

// The entry of the utility process that runs the library in Electron, away from main and its windows.

const parent = process.parentPort
const tell = (message: FromLibrary): void => parent.postMessage(message)
const workers = utilityWorkers(tell)
const trashing = trashRequests(tell)
const power = powerMessages()
const proxies = proxyRequests(tell)

interface Opened {
  readonly library: Library
  readonly transport: Transport
}
const opened = Promise.withResolvers<Opened>()

async function open({
  paths,
  workerFile,
  workerInUtilityProcess,
}: Extract<ToLibrary, { type: 'open' }>): Promise<Opened> {
  const log = fileLogger(paths.dataDir, 'library')
  const library = await openLibrary(
    {
      paths,
      host: 'electron',
      version,
      startWorker: workerInUtilityProcess ? () => workers.start() : () => startNodeWorker(workerFile),
      clock: { nowMs: () => Date.now() },
      reveal: async (path) => tell({ type: 'reveal', path }),
      trash: (path) => trashing.trash(path),
      proxyFor: (url) => proxies.proxyFor(url),
      hardware: thisHardware(),
      power: process.platform === 'linux' ? linuxPower() : power,
      capabilities: { folderDialog: true, filePaths: true },
      usualPlaces: () => usualPlaces(thisMachine()),
      log,
    },
    'write',
  )
  const call = dispatch(api, library.handlers, (name, error) => log('error', `${name} failed`, error))
  library.start({ afterFirstSight: true })
  return { library, transport: inProcessTransport(call, (listener) => library.onEvent(listener)) }
}

function refuse(error: unknown): void {
  // What nobody foresaw may be over at the next try, so the process crashes and main restarts it.
  if (!(error instanceof WinnowError)) throw error
  tell({ type: 'refused', error: error.toShape() })
}

async function take(message: ToLibrary, port: MessagePortMain | undefined): Promise<void> {
  if (message.type === 'open') {
    opened.resolve(open(message))
    try {
      await opened.promise
      tell({ type: 'opened' })
    } catch (error) {
      refuse(error)
    }
    return
  }
  if (message.type === 'worker-started' && port !== undefined) return workers.started(message.workerId, port)
  if (message.type === 'trashed') return trashing.answered(message)
  if (message.type === 'proxy') return proxies.answered(message)
  if (message.type === 'power') return power.told(message.isOnBattery)
  if (message.type === 'worker-ended') return workers.ended(message.workerId, message.how)

  const { library, transport } = await opened.promise
  if (message.type === 'serve-calls' && port !== undefined) servePort(electronPort(port), transport)
  if (message.type === 'serve-media' && port !== undefined) {
    serveMediaPort(electronPort(port), (request) => library.serveMedia(request))
  }
  if (message.type === 'close') {
    await library.close()
    process.exit(0)
  }
}

// A library that was refused answers no ports; main closes the window and says why.
opened.promise.catch(() => {})

parent.on('message', ({ data, ports }) => {
  const message = toLibrarySchema.safeParse(data)
  if (message.success) void take(message.data, ports[0])
})
