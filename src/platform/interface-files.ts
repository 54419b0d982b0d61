import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

export interface InterfaceFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly contentType: string
}

/** The built interface by the path of its URL: `/index.html`, `/assets/index-4f2a.js`. */
export type InterfaceFiles = ReadonlyMap<string, InterfaceFile>

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/**
 * Reads the whole built interface (a few megabytes) once, at start. Requests are then looked up in a Map, so that no URL
 * is ever turned into a path.
 * @throws when the folder is missing or holds a kind of file that has no content type here.
 */
export async function readInterfaceFiles(dir: string): Promise<InterfaceFiles> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && extname(entry.name) !== '.map')
  return new Map(
    await Promise.all(
      files.map(async (entry): Promise<[string, InterfaceFile]> => {
        const path = join(entry.parentPath, entry.name)
        const contentType = contentTypes[extname(entry.name)]
        if (contentType === undefined) throw new Error(`The interface has a file of no known type: ${path}`)
        return [
          `/${relative(dir, path).split(sep).join('/')}`,
          { bytes: new Uint8Array(await readFile(path)), contentType },
        ]
      }),
    ),
  )
}
