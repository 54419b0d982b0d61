import { describe, expect, test } from 'vitest'
import { matchesKey } from './match-key.ts'

const none = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('matchesKey', () => {
  test('takes letters in either case and wants exactly the modifiers', () => {
    expect(matchesKey({ ...none, key: 'z', ctrlKey: true }, 'Mod+Z', false, false)).toBe(true)
    expect(matchesKey({ ...none, key: 'Z', ctrlKey: true, shiftKey: true }, 'Mod+Z', false, false)).toBe(false)
    expect(matchesKey({ ...none, key: 'Z', ctrlKey: true, shiftKey: true }, 'Mod+Shift+Z', false, false)).toBe(true)
    expect(matchesKey({ ...none, key: 'z' }, 'Mod+Z', false, false)).toBe(false)
    expect(matchesKey({ ...none, key: 'y', altKey: true }, 'Y', false, false)).toBe(false)
  })

  test('means Command on a Mac and Ctrl elsewhere', () => {
    const command = { ...none, key: 'f', metaKey: true }
    const control = { ...none, key: 'f', ctrlKey: true }
    expect([matchesKey(command, 'Mod+F', false, true), matchesKey(control, 'Mod+F', false, true)]).toEqual([
      true,
      false,
    ])
    expect([matchesKey(command, 'Mod+F', false, false), matchesKey(control, 'Mod+F', false, false)]).toEqual([
      false,
      true,
    ])
  })

  test('takes signs with or without Shift, as layouts differ', () => {
    expect(matchesKey({ ...none, key: '?', shiftKey: true }, '?', false, false)).toBe(true)
    expect(matchesKey({ ...none, key: '?' }, '?', false, false)).toBe(true)
    expect(matchesKey({ ...none, key: '/', shiftKey: true }, '/', false, false)).toBe(true)
    expect(matchesKey({ ...none, key: '+', ctrlKey: true, shiftKey: true }, 'Mod+Plus', false, false)).toBe(true)
  })

  test('finds a letter by its place where the layout has no Latin letters', () => {
    expect(matchesKey({ ...none, key: 'υ', code: 'KeyY' }, 'Y', false, false)).toBe(true)
    // On a German keyboard the letters count, not the places: Z lies where Y is.
    expect(matchesKey({ ...none, key: 'z', code: 'KeyY' }, 'Y', false, false)).toBe(false)
  })

  test('lets Shift extend where it may', () => {
    const press = { ...none, key: 'ArrowDown', shiftKey: true }
    expect([matchesKey(press, 'ArrowDown', true, false), matchesKey(press, 'ArrowDown', false, false)]).toEqual([
      true,
      false,
    ])
    expect(matchesKey({ ...none, key: ' ' }, 'Space', false, false)).toBe(true)
  })
})
