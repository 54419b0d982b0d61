import type { Session } from 'electron'
import { protocol } from 'electron'
import type { AppParts } from '../platform/serve-app.ts'
import { serveApp } from '../platform/serve-app.ts'

/** To be called before Electron is ready. Neither `bypassCSP` nor `corsEnabled`: the page is held to its own rules. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

/** Answers `app://app/…` with the interface and, through the library, with photos. */
export function serveAppScheme(session: Session, parts: AppParts): void {
  session.protocol.handle('app', (request) => serveApp(parts, request))
}
