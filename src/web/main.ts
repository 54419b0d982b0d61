import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { api } from '../contract/api.ts'
import { dispatch } from '../contract/dispatch.ts'
import { WinnowError } from '../contract/error.ts'
import { inProcessTransport } from '../contract/in-process-transport.ts'
import { openLibrary } from '../library/open-library.ts'
import { chosenDataDir } from '../platform/chosen-data-dir.ts'
import { dataPaths } from '../platform/data-paths.ts'
import { hasDesktop } from '../platform/has-desktop.ts'
import { readInterfaceFiles } from '../platform/interface-files.ts'
import { fileLogger } from '../platform/logger.ts'
import { moveToTrash } from '../platform/move-to-trash.ts'
import { openInBrowser } from '../platform/open-in-browser.ts'
import { linuxPower } from '../platform/power-source.ts'
import { revealFile } from '../platform/reveal-file.ts'
import { startNodeWorker } from '../platform/start-node-worker.ts'
import { thisHardware } from '../platform/this-hardware.ts'
import { thisMachine } from '../platform/this-machine.ts'
import { usualPlaces } from '../platform/usual-places.ts'
import { version } from '../platform/version.ts'
import { startWebServer } from './web-server.ts'

// The entry of the web host: the library in this process, for browsers of this computer.

const rootDir = resolve(import.meta.dirname, '../..')
const machine = thisMachine()
const desktop = hasDesktop(machine.platform, machine.env)

async function run(): Promise<void> {
  const { values: flags } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean' },
      // For tests, which start one that fails in ways that no hardware at hand does.
      'worker-file': { type: 'string', default: join(rootDir, 'out/main/worker.js') },
    },
  })
  const paths = dataPaths(machine, chosenDataDir(flags.data, machine.env))
  const log = fileLogger(paths.dataDir, 'web')
  const library = await openLibrary(
    {
      paths: { ...paths, modelsDir: join(rootDir, 'models') },
      host: 'browser',
      version,
      startWorker: () => startNodeWorker(resolve(flags['worker-file'])),
      clock: { nowMs: () => Date.now() },
      ...(desktop ? { reveal: revealFile } : {}),
      trash: moveToTrash,
      hardware: thisHardware(),
      ...(machine.platform === 'linux' ? { power: linuxPower() } : {}),
      capabilities: { folderDialog: false, filePaths: false },
      usualPlaces: () => usualPlaces(machine),
      log,
    },
    'write',
  )
  const call = dispatch(api, library.handlers, (name, error) => log('error', `${name} failed`, error))
  const server = await startWebServer(
    {
      files: await readInterfaceFiles(join(rootDir, 'out/renderer')),
      serveMedia: (request) => library.serveMedia(request),
      library: inProcessTransport(call, (listener) => library.onEvent(listener)),
    },
    portNumber(flags.port),
  )
  library.start({ afterFirstSight: true })

  const stop = async (): Promise<void> => {
    await server.close()
    await library.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop())

  console.log(`Winnow is at ${server.address}`)
  console.log('Only this computer can reach it. Press Ctrl+C to stop.')
  if (desktop && flags['no-open'] !== true) await openInBrowser(server.addressToOpen)
}

function portNumber(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new WinnowError('invalid-input', `“${text}” is no port: give a number from 1 to 65535, or leave --port out.`)
  }
  return port
}

run().catch((error: unknown) => {
  console.error(describe(error))
  process.exit(1)
})

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'EADDRINUSE')
    return 'That port is taken. Give another one with --port, or leave it out.'
  return error instanceof WinnowError ? error.message : `Winnow could not start: ${error.message}`
}
