import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

/** Sends a WHATWG response over Node's HTTP server; a tab that goes away in between is no error. */
export async function sendResponse(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, [...answer.headers].flat())
  if (answer.body === null) {
    response.end()
    return
  }
  try {
    await pipeline(Readable.fromWeb(answer.body as ReadableStream), response)
  } catch {
    response.destroy()
  }
}
