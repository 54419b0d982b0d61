import type { Session } from 'electron'

/** All that the interface may ask of the browser engine. Electron by itself grants everything. */
const allowed: ReadonlySet<string> = new Set(['fullscreen', 'clipboard-sanitized-write'])

export function isAllowedPermission(permission: string): boolean {
  return allowed.has(permission)
}

/** Refuses camera, microphone, location, notifications, devices and whatever else comes up. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowedPermission(permission)))
  session.setPermissionCheckHandler((_contents, permission) => isAllowedPermission(permission))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
}
