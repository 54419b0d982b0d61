import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * The Node that runs the worker. Outside Electron it is the one that runs this. Inside Electron on Linux it is the pinned
 * Node of the package `node-linux-<arch>`, because sharp's GLib and Electron's can't share a process.
 * @throws Error inside Electron elsewhere, where the worker is a utility process, and where the package is missing
 */
export function findNode(): string {
  if (process.versions['electron'] === undefined) return process.execPath
  if (process.platform !== 'linux') throw new Error('Inside Electron the worker is a utility process on this system')
  const packageJson = createRequire(import.meta.url).resolve(`node-linux-${process.arch}/package.json`)
  // An archive can't be executed from; electron-builder lays such files beside it.
  return join(packageJson.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked'), '..', 'bin', 'node')
}
