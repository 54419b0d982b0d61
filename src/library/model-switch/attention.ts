import type { ApiHandlers } from '../../contract/api.ts'

/** Whether the person is at work: what goes on in the background then takes less of the machine. */
export interface Attention {
  /** The same handlers; what they are asked for is noticed. */
  watch(handlers: ApiHandlers): ApiHandlers
  isWorking(): boolean
}

/** After the last thing that was asked for. */
const workingForMs = 4000

/** Asked by the interface of its own accord, when something has changed. */
const askedUnbidden: ReadonlySet<string | symbol> = new Set([
  'models.list',
  'providers.list',
  'indexing.progress',
  'system.info',
  'settings.get',
  'sorting.runs',
  'history.state',
])

export function createAttention(): Attention {
  let lastAtMs = -Infinity
  return {
    watch: (handlers) =>
      new Proxy(handlers, {
        get(target, name, receiver) {
          if (!askedUnbidden.has(name)) lastAtMs = performance.now()
          return Reflect.get(target, name, receiver)
        },
      }),
    isWorking: () => performance.now() - lastAtMs < workingForMs,
  }
}
