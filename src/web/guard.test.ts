import { expect, it } from 'vitest'
import type { Sender } from './guard.ts'
import { isOwnTab } from './guard.ts'

const own: Sender = { host: '127.0.0.1:4711', origin: undefined, secFetchSite: undefined }

it.each<[string, Partial<Sender>]>([
  ['a tool with nothing but the right host', {}],
  ['localhost by name', { host: 'localhost:4711' }],
  ['our own page', { origin: 'http://127.0.0.1:4711', secFetchSite: 'same-origin' }],
  ['an address typed by the person', { secFetchSite: 'none' }],
])('lets %s in', (_name, sender) => {
  expect(isOwnTab({ ...own, ...sender }, 4711)).toBe(true)
})

it.each<[string, Partial<Sender>]>([
  ['no host', { host: undefined }],
  ['a name that was rebound to 127.0.0.1', { host: 'evil.example:4711' }],
  ['another port', { host: '127.0.0.1:4712' }],
  ['no port', { host: '127.0.0.1' }],
  ['a host that only begins like ours', { host: '127.0.0.1:4711.evil.example' }],
  ['a host with credentials in front', { host: 'x@127.0.0.1:4711' }],
  ['another spelling of the address', { host: '2130706433:4711' }],
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['an opaque origin (sandboxed frame, file)', { origin: 'null' }],
  ['an origin of another port', { origin: 'http://127.0.0.1:80' }],
  ['https of our own address', { origin: 'https://127.0.0.1:4711' }],
  ['localhost calling 127.0.0.1', { origin: 'http://localhost:4711' }],
  ['a cross-site fetch', { secFetchSite: 'cross-site' }],
  ['a fetch of another port of this computer', { secFetchSite: 'same-site' }],
  ['a made-up Sec-Fetch-Site', { secFetchSite: 'same-origin, none' }],
])('refuses %s', (_name, sender) => {
  expect(isOwnTab({ ...own, ...sender }, 4711)).toBe(false)
})
