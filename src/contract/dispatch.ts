import type { z } from 'zod'
import { WinnowError } from './error.ts'
import type { Handlers, Methods } from './method.ts'
import { parse } from './method.ts'
import type { Reply } from './transport.ts'

/** Answers one call. Never rejects: whatever goes wrong is a reply. */
export type Dispatch = (name: string, input: unknown, signal: AbortSignal) => Promise<Reply>

/**
 * The one place where calls from outside reach handlers, whatever carried them: name must be one of `methods`, input is
 * parsed, then the handler runs, then its output is parsed. A `WinnowError` becomes the reply; anything else is given to
 * `onInternalError` with its stack and leaves as `internal`, without a word of what it was.
 */
export function dispatch<M extends Methods>(
  methods: M,
  handlers: Handlers<M>,
  onInternalError: (name: string, error: unknown) => void,
): Dispatch {
  const bind =
    <K extends keyof M & string>(name: K): Dispatch =>
    async (_name, rawInput, signal) => {
      const inputSchema: M[K]['input'] = methods[name]!.input
      const input = parse(inputSchema, rawInput)
      if (!input.success) return failure(new WinnowError('invalid-input', describeIssue(name, input.error)))
      try {
        signal.throwIfAborted()
        const value = await handlers[name](input.data, signal)
        return { ok: true, value: methods[name]!.output.parse(value) }
      } catch (error) {
        if (signal.aborted) return cancelled()
        if (error instanceof WinnowError) return failure(error)
        onInternalError(name, error)
        return failure(new WinnowError('internal', 'Something went wrong inside Winnow. Its log says what.'))
      }
    }

  // A Map and not the object itself: `__proto__` and `toString` are no methods.
  const bound = new Map(Object.keys(methods).map((name) => [name, bind(name)]))

  return async (name, input, signal) => {
    const call = bound.get(name)
    if (call === undefined)
      return failure(new WinnowError('unknown-method', `Winnow has no call named “${clip(name)}”.`))
    return await call(name, input, signal)
  }
}

/** The reply to a call whose caller no longer wants it. */
export function cancelled(): Reply {
  return failure(new WinnowError('cancelled', 'This was cancelled.'))
}

/** The reply that carries this error to the other side. */
export function failure(error: WinnowError): Reply {
  return { ok: false, error: error.toShape() }
}

function describeIssue(name: string, error: z.ZodError): string {
  const [issue] = error.issues
  if (issue === undefined) return `The input of “${name}” is not what it takes.`
  const where = issue.path.length === 0 ? '' : ` at ${clip(issue.path.join('.'))}`
  return `The input of “${name}” is not what it takes${where}: ${clip(issue.message)}.`
}

/** Text from outside that is repeated in a message must not make the message grow without end. */
function clip(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 100)}…`
}
