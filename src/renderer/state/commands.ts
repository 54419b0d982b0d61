import { useEffect, useRef } from 'react'
import type { CommandId } from '../app/key-bindings.ts'

export interface CommandHandler {
  /** `extend`: Shift was held, so the selection grows. */
  readonly run: (options: { readonly extend: boolean }) => void
  /** Absent: always. When false, whoever registered the same command before is asked. */
  readonly available?: () => boolean
}

type CommandHandlers = Readonly<Partial<Record<CommandId, CommandHandler>>>

// Outside React on purpose: registering a command must not render anything. The last one registered is asked first.
const registered: (() => CommandHandlers)[] = []

function handlerOf(id: CommandId): CommandHandler | undefined {
  return registered
    .map((handlers) => handlers()[id])
    .findLast((handler) => handler !== undefined && (handler.available === undefined || handler.available()))
}

/** Says what commands do while the calling component is mounted. What opens later (the viewer) wins over what is below it. */
export function useCommands(handlers: CommandHandlers): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    const entry = (): CommandHandlers => latest.current
    registered.push(entry)
    return () => {
      registered.splice(registered.indexOf(entry), 1)
    }
  }, [])
}

/** Whether the command can do something now. */
export function commandAvailable(id: CommandId): boolean {
  return handlerOf(id) !== undefined
}

/** Does it. False where nobody can now. */
export function runCommand(id: CommandId, options: { readonly extend: boolean } = { extend: false }): boolean {
  const handler = handlerOf(id)
  handler?.run(options)
  return handler !== undefined
}
