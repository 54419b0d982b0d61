import { describe, expect, it } from 'vitest'
import { createSession } from './session.ts'

const cookieOf = (setCookie: string | undefined): string => (setCookie ?? '').split(';')[0] ?? ''

describe('createSession', () => {
  it('exchanges the printed token as often as the person opens the address', () => {
    const session = createSession(4711)
    const first = session.exchange(session.printedToken)
    expect(first).toMatch(/^winnow-4711=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(session.exchange(session.printedToken)).toBe(first)
    expect(session.admits(`other=1; ${cookieOf(first)}; more=2`)).toBe(true)
  })

  it('exchanges the token that others may read once', () => {
    const session = createSession(4711)
    expect(session.exchange(session.openToken)).toBeDefined()
    expect(session.exchange(session.openToken)).toBeUndefined()
    expect(session.exchange(session.printedToken)).toBeDefined()
  })

  it('admits nobody else', () => {
    const session = createSession(4711)
    const cookie = cookieOf(session.exchange(session.printedToken))
    const strangers = [
      undefined,
      '',
      'winnow-4711=',
      `winnow-4711=${session.printedToken}`,
      cookie.slice(0, -1),
      `${cookie}x`,
      cookie.replace('4711', '4712'),
      cookieOf(createSession(4711).exchange('')),
      `x${cookie}`,
    ]
    expect(strangers.map((stranger) => session.admits(stranger))).toEqual(strangers.map(() => false))
    expect(session.exchange('')).toBeUndefined()
    expect(session.exchange(`${session.printedToken} `)).toBeUndefined()
  })
})
