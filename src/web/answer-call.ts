import type { IncomingMessage, ServerResponse } from 'node:http'
import { failure } from '../contract/dispatch.ts'
import { WinnowError } from '../contract/error.ts'
import type { Reply, Transport } from '../contract/transport.ts'
import { securityHeaders } from '../platform/security-headers.ts'
import { readJsonBody } from './read-body.ts'

/** The largest input of the contract is a file of categories, 64 MB of JSON, as a string within JSON. */
const largestBodyBytes = 80_000_000

/** Answers `POST /rpc/<name>`. Closing the request cancels the call. */
export async function answerCall(
  library: Transport,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readJsonBody(request, largestBodyBytes)
  if (!body.ok) {
    const status = body.refusal === 'too-large' ? 413 : 415
    const message = body.refusal === 'too-large' ? 'This is too large for Winnow to take.' : 'Winnow takes JSON only.'
    response.shouldKeepAlive = false
    sendReply(response, status, failure(new WinnowError('invalid-input', message)))
    // What is still on its way is read and dropped, so that the sender gets to read the answer.
    request.resume()
    return
  }
  const controller = new AbortController()
  response.once('close', () => controller.abort())
  const reply = await library.call(name, body.value, controller.signal)
  if (!response.destroyed) sendReply(response, 200, reply)
}

function sendReply(response: ServerResponse, status: number, reply: Reply): void {
  response.writeHead(status, { ...securityHeaders, 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(reply))
}
