import type { MessagePortMain, UtilityProcess } from 'electron'
import { MessageChannelMain, utilityProcess } from 'electron'
import { workerEnvironment } from '../platform/worker-environment.ts'
import type { ToLibrary } from './process-messages.ts'

export interface WorkerForks {
  fork(workerId: number): void
  kill(workerId: number): void
  killAll(): void
}

/**
 * Runs the worker in utility processes for the library process and puts a channel between the two (macOS, Windows; on
 * Linux the worker is a plain Node process of the library's own).
 */
export function workerForks(
  workerFile: string,
  tell: (message: ToLibrary, port?: MessagePortMain) => void,
): WorkerForks {
  const running = new Map<number, UtilityProcess>()

  return {
    fork(workerId) {
      const child = utilityProcess.fork(workerFile, [], {
        serviceName: 'Winnow worker',
        stdio: 'inherit',
        env: workerEnvironment(process.env),
      })
      running.set(workerId, child)
      const { port1, port2 } = new MessageChannelMain()
      child.postMessage({ type: 'connect' }, [port1])
      tell({ type: 'worker-started', workerId }, port2)
      child.once('exit', (exitCode) => {
        // A library process that is gone is told nothing, and neither is the one that came after it.
        if (!running.delete(workerId)) return
        tell({ type: 'worker-ended', workerId, how: `The worker process ended with ${exitCode}.` })
      })
    },
    kill: (workerId) => void running.get(workerId)?.kill(),
    killAll() {
      const children = [...running.values()]
      running.clear()
      for (const child of children) child.kill()
    },
  }
}
