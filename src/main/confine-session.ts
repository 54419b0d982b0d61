import type { Session } from 'electron'
import { isLocalRequest, isMadeByApp } from './app-url.ts'
import { denyPermissions } from './permissions.ts'

/**
 * The browser engine's own guard of the promise that nothing leaves the computer: every request of the window that is
 * not local is cancelled, whatever made it, and `onBlocked` hears of it. Of downloads only what the interface itself made
 * is let through (exported categories); Electron asks the person where to put it.
 */
export function confineSession(session: Session, onBlocked: (address: string) => void): void {
  denyPermissions(session)
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !isLocalRequest(details.url)
    if (cancel) onBlocked(details.url)
    answer({ cancel })
  })
  session.on('will-download', (event, item) => {
    if (!isMadeByApp(item.getURL())) event.preventDefault()
  })
  // On Linux and Windows the spell checker would fetch its dictionaries from Google.
  session.setSpellCheckerEnabled(false)
}
