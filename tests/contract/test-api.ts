import { z } from 'zod'
import type { Dispatch } from '../../src/contract/dispatch.ts'
import { dispatch } from '../../src/contract/dispatch.ts'
import { WinnowError } from '../../src/contract/error.ts'
import { method } from '../../src/contract/method.ts'
import type { Transport } from '../../src/contract/transport.ts'
import { inProcessTransport } from '../../src/contract/in-process-transport.ts'

/** A small contract with one method for each way a call can go. */
export const testApi = {
  'test.echo': method(
    z.object({ text: z.string().max(1000), times: z.int().default(1) }),
    z.object({ text: z.string() }),
  ),
  'test.take': method(z.object({ dataBase64: z.base64().max(33_000_000) }), z.object({ length: z.int() })),
  'test.refuse': method(z.object({}), z.object({})),
  'test.break': method(z.object({}), z.object({})),
  'test.lie': method(z.object({}), z.object({ count: z.int() })),
  'test.wait': method(z.object({}), z.object({})),
}

export interface TestBackEnd {
  readonly transport: Transport
  readonly internalErrors: readonly string[]
  /** Calls of `test.wait` begun, and those whose signal was aborted. */
  readonly waits: { begun: number; aborted: number }
  announce(name: string, payload: unknown): void
  listenerCount(): number
}

export function testBackEnd(): TestBackEnd {
  const listeners = new Set<(name: string, payload: unknown) => void>()
  const internalErrors: string[] = []
  const waits = { begun: 0, aborted: 0 }
  const dispatchTest: Dispatch = dispatch(
    testApi,
    {
      'test.echo': ({ text, times }) => ({ text: text.repeat(times) }),
      'test.take': ({ dataBase64 }) => ({ length: dataBase64.length }),
      'test.refuse': () => {
        throw new WinnowError('not-found', 'There is no photo 3.', { photoId: 3 })
      },
      'test.break': () => {
        throw new Error('secret of /home/ada')
      },
      'test.lie': () => ({ count: 0.5 }),
      'test.wait': async (_input, signal) => {
        waits.begun += 1
        await new Promise((resolve) => signal.addEventListener('abort', resolve))
        waits.aborted += 1
        return {}
      },
    },
    (name, error) => internalErrors.push(`${name}: ${error instanceof Error ? error.message : String(error)}`),
  )
  return {
    transport: inProcessTransport(dispatchTest, (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }),
    internalErrors,
    waits,
    announce(name, payload) {
      for (const listener of listeners) listener(name, payload)
    },
    listenerCount: () => listeners.size,
  }
}
