import { isAppUrl } from './app-url.ts'

/** What Electron's IPC event tells of who sent it. */
export interface IpcSender {
  /** Null when the frame has gone or navigated since. */
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
  readonly sender: { readonly id: number }
}

/**
 * Whether a message comes from the interface itself: the main frame of one of our windows, showing our page.
 * @see https://www.electronjs.org/docs/latest/tutorial/security#17-validate-the-sender-of-all-ipc-messages
 */
export function isTrustedSender(event: IpcSender, windowContentsIds: ReadonlySet<number>): boolean {
  const { senderFrame, sender } = event
  return (
    senderFrame !== null && senderFrame.parent === null && isAppUrl(senderFrame.url) && windowContentsIds.has(sender.id)
  )
}
