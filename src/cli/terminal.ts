import { on } from 'node:events'

/** Where a command writes. Results go to `out`, everything about getting there to `err`. */
export interface Terminal {
  /** Resolves when the text is taken, so that an export is never in memory as a whole. */
  out(text: string): Promise<void>
  err(text: string): void
  /** Width of the terminal that shows `err`, in characters; undefined when it is a file or a pipe. */
  readonly columns: number | undefined
  /** Keys as they are pressed, until the reader has enough; undefined where no person sits before it: a pipe, a file, a script. */
  readonly keys: ((signal: AbortSignal) => AsyncIterable<string>) | undefined
}

export function processTerminal(): Terminal {
  // A reader that has seen enough (`winnow export | head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    out: async (text) => {
      if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve))
    },
    err: (text) => void process.stderr.write(text),
    columns: process.stderr.isTTY ? process.stderr.columns : undefined,
    keys: process.stdin.isTTY && process.stdout.isTTY ? (signal) => pressedKeys(process.stdin, signal) : undefined,
  }
}

/** In raw mode, so that a key counts without Enter; the terminal is as before when the reader stops. */
async function* pressedKeys(stdin: NodeJS.ReadStream, signal: AbortSignal): AsyncGenerator<string> {
  stdin.setEncoding('utf8')
  stdin.setRawMode(true)
  try {
    // Several keys may come at once.
    for await (const [chunk] of on(stdin, 'data', { signal, close: ['end'] })) yield* String(chunk)
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
  }
}
