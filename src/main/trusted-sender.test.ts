import { expect, it } from 'vitest'
import type { IpcSender } from './trusted-sender.ts'
import { isTrustedSender } from './trusted-sender.ts'

const own: IpcSender = { senderFrame: { url: 'app://app/', parent: null }, sender: { id: 1 } }

it('trusts the main frame of our window at our page', () => {
  expect(isTrustedSender(own, new Set([1]))).toBe(true)
})

it.each<[string, IpcSender, ReadonlySet<number>]>([
  ['a frame that is gone', { ...own, senderFrame: null }, new Set([1])],
  ['a frame inside our page', { ...own, senderFrame: { url: 'app://app/', parent: {} } }, new Set([1])],
  ['our window at another page', { ...own, senderFrame: { url: 'https://evil.example/', parent: null } }, new Set([1])],
  ['our window before it has a page', { ...own, senderFrame: { url: '', parent: null } }, new Set([1])],
  ['a window that is not ours', own, new Set([2])],
  ['anyone while there is no window', own, new Set()],
])('does not trust %s', (_name, event, ids) => {
  expect(isTrustedSender(event, ids)).toBe(false)
})
