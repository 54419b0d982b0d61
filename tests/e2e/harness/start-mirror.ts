import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { rootDir } from './root-dir.ts'

export interface Mirror {
  readonly url: string
  /** What was asked for: the path, and from which byte on. */
  readonly asked: readonly { readonly path: string; readonly from: number }[]
  close(): Promise<void>
}

const pieceBytes = 1 << 18
const fileSchema = z.object({
  repository: z.string(),
  revision: z.string(),
  path: z.string(),
  bytes: z.number(),
  sha256: z.string().nullable(),
})
const catalogueSchema = z.object({ models: z.array(z.object({ files: z.array(fileSchema) })) })

/**
 * A real HTTP server on this machine that stands for the hub: every file of the catalogue with its true size and tag, a
 * quarter of a megabyte each `pieceMs`, ranges and all. What is in the files is zeros.
 */
export async function startMirror({ pieceMs }: { readonly pieceMs: number }): Promise<Mirror> {
  const { models } = catalogueSchema.parse(JSON.parse(await readFile(join(rootDir, 'models/catalogue.json'), 'utf8')))
  const files = new Map<string, z.infer<typeof fileSchema>>(
    models.flatMap(({ files: ofModel }) =>
      ofModel.map((file) => [`/${file.repository}/resolve/${file.revision}/${file.path}`, file]),
    ),
  )
  const asked: { readonly path: string; readonly from: number }[] = []
  const piece = Buffer.alloc(pieceBytes)
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const file = files.get(path)
    if (file === undefined) {
      response.writeHead(404).end()
      return
    }
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    asked.push({ path, from })
    const tag = `"${file.sha256 ?? file.revision}"`
    response.writeHead(from === 0 ? 200 : 206, {
      etag: tag,
      'x-linked-etag': tag,
      'x-linked-size': String(file.bytes),
      'accept-ranges': 'bytes',
      'content-length': String(file.bytes - from),
      ...(from > 0 && { 'content-range': `bytes ${from}-${file.bytes - 1}/${file.bytes}` }),
    })
    let left = file.bytes - from
    const timer = setInterval(() => {
      const size = Math.min(left, pieceBytes)
      left -= size
      response.write(piece.subarray(0, size))
      if (left === 0) response.end()
    }, pieceMs)
    response.once('close', () => clearInterval(timer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
