import { join } from 'node:path'
import type { ApiClient } from '../contract/api.ts'
import { api } from '../contract/api.ts'
import type { ClientEvent } from '../contract/client.ts'
import { createClient, subscribeToEvents } from '../contract/client.ts'
import { dispatch } from '../contract/dispatch.ts'
import { WinnowError } from '../contract/error.ts'
import { inProcessTransport } from '../contract/in-process-transport.ts'
import type { Library } from '../library/library.ts'
import { openLibrary } from '../library/open-library.ts'
import type { Surroundings } from '../library/surroundings.ts'
import { dataPaths } from '../platform/data-paths.ts'
import { fileLogger } from '../platform/logger.ts'
import { moveToTrash } from '../platform/move-to-trash.ts'
import { linuxPower } from '../platform/power-source.ts'
import { startNodeWorker } from '../platform/start-node-worker.ts'
import { thisHardware } from '../platform/this-hardware.ts'
import { thisMachine } from '../platform/this-machine.ts'
import { usualPlaces } from '../platform/usual-places.ts'
import { version } from '../platform/version.ts'

export interface TerminalLibrary {
  readonly library: Library
  readonly client: ApiClient
  /** Returns the function that stops listening. */
  onEvent(listener: (event: ClientEvent) => void): () => void
}

export interface OpenOptions {
  /** Holds `models/` and `out/`. */
  readonly rootDir: string
  /** From `--data` or `WINNOW_DATA`, absolute; undefined for the usual one. */
  readonly dataDir: string | undefined
  /** What the command needs. A reader gets in while the app holds the library, a writer doesn't. */
  readonly access: 'read' | 'write'
}

/**
 * Opens the library in this process, for one command.
 * @throws WinnowError `library-in-use` for a writer while the app is open, `not-found` for a reader before there is any
 */
export async function openTerminalLibrary({ rootDir, dataDir, access }: OpenOptions): Promise<TerminalLibrary> {
  const machine = thisMachine()
  const paths = dataPaths(machine, dataDir)
  const log = fileLogger(paths.dataDir, 'terminal')
  const library = await openWithAccess(
    {
      paths: { ...paths, modelsDir: join(rootDir, 'models') },
      host: 'terminal',
      version,
      startWorker: () => startNodeWorker(join(rootDir, 'out/main/worker.js')),
      clock: { nowMs: () => Date.now() },
      trash: moveToTrash,
      hardware: thisHardware(),
      ...(machine.platform === 'linux' ? { power: linuxPower() } : {}),
      capabilities: { folderDialog: false, filePaths: true },
      usualPlaces: () => usualPlaces(machine),
      log,
    },
    access,
  )
  const call = dispatch(api, library.handlers, (name, error) => log('error', `${name} failed`, error))
  const transport = inProcessTransport(call, (listener) => library.onEvent(listener))
  return {
    library,
    client: createClient(api, transport),
    onEvent: (listener) => subscribeToEvents(transport, listener),
  }
}

async function openWithAccess(surroundings: Surroundings, access: 'read' | 'write'): Promise<Library> {
  try {
    return await openLibrary(surroundings, access)
  } catch (error) {
    // A library of an older Winnow has to be lifted first, which only a writer may.
    const isOld = access === 'read' && error instanceof WinnowError && error.code === 'not-available'
    if (!isOld) throw error
    return await openLibrary(surroundings, 'write')
  }
}
