import type { WebContents } from 'electron'
import type { Log } from '../platform/logger.ts'
import { restartDelayMs } from './restart-delay.ts'

/** Loads the page again when its process has crashed, later each time; a page that crashes at once would else spin. */
export function reviveContents(contents: WebContents, log: Log): void {
  const crashedAtMs: number[] = []
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    crashedAtMs.push(Date.now())
    const delayMs = restartDelayMs(crashedAtMs, Date.now())
    log('error', `The window's process ended: ${reason}`, { reloadInMs: delayMs ?? null })
    if (delayMs === undefined) return
    setTimeout(() => {
      if (!contents.isDestroyed()) contents.reload()
    }, delayMs)
  })
}
