import { expect, it } from 'vitest'
import { isAllowedPermission } from './permissions.ts'

it('allows two things and nothing else', () => {
  const asked = [
    'fullscreen',
    'clipboard-sanitized-write',
    'clipboard-read',
    'media',
    'geolocation',
    'notifications',
    'midi',
    'openExternal',
    'fileSystem',
    'hid',
    'toString',
    '',
  ]
  expect(asked.filter(isAllowedPermission)).toEqual(['fullscreen', 'clipboard-sanitized-write'])
})
