import type { ApiHandlers } from '../contract/api.ts'
import { explainDatabaseError } from './store/database-error.ts'

type AnyHandler = (input: never, signal: AbortSignal) => unknown

/** The same handlers, but what SQLite says in codes leaves them as a `WinnowError`. @param file path of the database */
export function explainErrors(handlers: ApiHandlers, file: string): ApiHandlers {
  const explain =
    (handler: AnyHandler): AnyHandler =>
    async (input, signal) => {
      try {
        return await handler(input, signal)
      } catch (error) {
        throw explainDatabaseError(error, file)
      }
    }
  // The compiler can't see that this keeps every key.
  return Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, explain(handler)])) as ApiHandlers
}
