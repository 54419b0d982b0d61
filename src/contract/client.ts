import { z } from 'zod'
import { WinnowError } from './error.ts'
import type { EventName } from './events.ts'
import { events } from './events.ts'
import type { Client, Methods } from './method.ts'
import { parse } from './method.ts'
import type { Transport } from './transport.ts'
import { reconnectedEvent } from './transport.ts'

/**
 * The typed face of a transport: every method as a function that resolves with parsed output or rejects with a
 * `WinnowError` (`cancelled` when its signal was aborted).
 */
export function createClient<M extends Methods>(methods: M, transport: Transport): Client<M> {
  const bind =
    <K extends keyof M & string>(name: K): Client<M>[K] =>
    async (input, signal) => {
      const outputSchema: M[K]['output'] = methods[name]!.output
      const reply = await transport.call(name, input, signal)
      if (!reply.ok) throw WinnowError.fromShape(reply.error)
      const output = parse(outputSchema, reply.value)
      if (!output.success) throw new WinnowError('internal', `Winnow's answer to “${name}” was not understood.`)
      return output.data
    }
  // The compiler can't see that this makes every key of M.
  return Object.fromEntries(Object.keys(methods).map((name) => [name, bind(name)])) as Client<M>
}

function eventShape<N extends EventName>(name: N): z.ZodObject<{ name: z.ZodLiteral<N>; payload: (typeof events)[N] }> {
  return z.object({ name: z.literal(name), payload: events[name] })
}

const clientEventSchema = z.discriminatedUnion('name', [
  eventShape('photos.changed'),
  eventShape('categories.changed'),
  eventShape('folders.changed'),
  eventShape('problems.changed'),
  eventShape('history.changed'),
  eventShape('settings.changed'),
  eventShape('progress.changed'),
  eventShape('sorting.changed'),
  eventShape('sorting.runsChanged'),
  eventShape('models.changed'),
  eventShape('providers.changed'),
  z.object({ name: z.literal(reconnectedEvent), payload: z.unknown() }),
])

/** A fact from the library, or `reconnected` from the transport: read again what is shown. */
export type ClientEvent = z.infer<typeof clientEventSchema>

/** Listens to parsed events. What is unknown or malformed (a newer library, say) is left out. Returns the stop function. */
export function subscribeToEvents(transport: Transport, listener: (event: ClientEvent) => void): () => void {
  return transport.subscribe((name, payload) => {
    const event = clientEventSchema.safeParse({ name, payload })
    if (event.success) listener(event.data)
  })
}
