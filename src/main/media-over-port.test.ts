import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nodePort } from '../../tests/contract/node-port.ts'
import { mediaOverPort } from './media-over-port.ts'
import { serveMediaPort } from './serve-media-port.ts'

let channel: MessageChannel
let asked: Request[]
let answer: (request: Request) => Promise<Response>
let fetchMedia: (request: Request) => Promise<Response>

beforeEach(() => {
  channel = new MessageChannel()
  asked = []
  serveMediaPort(nodePort(channel.port2), async (request) => {
    asked.push(request)
    return await answer(request)
  })
  fetchMedia = mediaOverPort(nodePort(channel.port1))
})
afterEach(() => channel.port1.close())

const thumb = (init?: RequestInit): Request => new Request('app://app/media/thumb/3?v=1', init)

/** A body that counts how much of it was read. */
function countedBody(
  chunks: number,
  chunkBytes: number,
): { body: ReadableStream<Uint8Array>; read: () => number; cancelled: () => boolean } {
  let read = 0
  let cancelled = false
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (read === chunks) controller.close()
        else controller.enqueue(new Uint8Array(chunkBytes).fill((read += 1) % 251))
      },
      cancel: () => {
        cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, read: () => read, cancelled: () => cancelled }
}

describe('media over a port', () => {
  it('brings status, headers and bytes of a small picture', async () => {
    answer = async () =>
      new Response('picture', { status: 206, headers: { 'content-type': 'image/webp', etag: '"a"' } })
    const response = await fetchMedia(thumb({ headers: { range: 'bytes=0-6' } }))
    expect([
      response.status,
      response.headers.get('content-type'),
      response.headers.get('etag'),
      await response.text(),
    ]).toEqual([206, 'image/webp', '"a"', 'picture'])
    expect([asked[0]?.url, asked[0]?.headers.get('range')]).toEqual(['app://app/media/thumb/3?v=1', 'bytes=0-6'])
  })

  it('brings answers without a body', async () => {
    answer = async () => new Response(null, { status: 404 })
    expect((await fetchMedia(thumb())).status).toBe(404)
    answer = async () => new Response(null, { status: 304 })
    expect((await fetchMedia(thumb({ method: 'HEAD' }))).status).toBe(304)
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'HEAD'])
  })

  it('brings a large photo whole and in order', async () => {
    answer = async () => new Response(countedBody(100, 70_001).body)
    const bytes = new Uint8Array(await (await fetchMedia(thumb())).arrayBuffer())
    expect(bytes.byteLength).toBe(7_000_100)
    expect(Array.from({ length: 100 }, (_, index) => bytes[index * 70_001])).toEqual(
      Array.from({ length: 100 }, (_, index) => (index + 1) % 251),
    )
  })

  it('reads no further than it is asked, and stops when the page turns away', async () => {
    const { body, read, cancelled } = countedBody(1000, 64 * 1024)
    answer = async () => new Response(body)
    const reader = (await fetchMedia(thumb())).body?.getReader()
    await reader?.read()
    await vi.waitFor(() => expect(read()).toBeGreaterThan(0))
    expect(read()).toBeLessThan(20)
    await reader?.cancel()
    await vi.waitFor(() => expect(cancelled()).toBe(true))
  })

  it('fails when the library can not read, also in the middle', async () => {
    answer = async () => {
      throw new Error('gone from disk')
    }
    await expect(fetchMedia(thumb())).rejects.toThrow('could not read')
    let pulls = 0
    answer = async () =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            pulls += 1
            if (pulls < 8) controller.enqueue(new Uint8Array(100_000))
            else controller.error(new Error('drive unplugged'))
          },
        }),
      )
    const response = await fetchMedia(thumb())
    await expect(response.arrayBuffer()).rejects.toThrow('could not read')
  })

  it('fails, and does not hang, when the library process is gone', async () => {
    answer = async () => await new Promise(() => {})
    const waiting = fetchMedia(thumb())
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    channel.port2.close()
    await expect(waiting).rejects.toThrow('restarting')
    await expect(fetchMedia(thumb())).rejects.toThrow('restarting')
  })

  it('drops messages that are none', async () => {
    answer = async () => new Response('ok')
    for (const junk of [null, 3, {}, { type: 'open', requestId: 1 }, { type: 'pull', requestId: 99 }])
      channel.port1.postMessage(junk)
    expect(await (await fetchMedia(thumb())).text()).toBe('ok')
  })
})
