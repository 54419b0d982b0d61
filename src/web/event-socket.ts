import type { WebSocket } from 'ws'
import type { Transport } from '../contract/transport.ts'

/** A tab that reads this little while events come four a second is asleep; it re-reads when it comes back. */
const mostWaitingBytes = 4_000_000

/** Sends every event to a tab until it goes. The tab says nothing: its calls are HTTP. */
export function sendEvents(library: Transport, socket: WebSocket): void {
  const stop = library.subscribe((name, payload) => {
    if (socket.bufferedAmount > mostWaitingBytes) socket.terminate()
    else socket.send(JSON.stringify({ name, payload }))
  })
  socket.once('close', stop)
  // 'close' follows; without a listener the error would end the process.
  socket.on('error', () => {})
}
