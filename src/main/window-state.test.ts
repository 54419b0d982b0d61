import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Bounds } from './window-state.ts'
import { readWindowState, windowBounds, writeWindowState } from './window-state.ts'

const laptop: Bounds = { x: 0, y: 25, width: 1440, height: 875 }
const beside: Bounds = { x: 1440, y: 0, width: 2560, height: 1440 }

describe('windowBounds', () => {
  it('centres the first window and fits it to a small screen', () => {
    expect(windowBounds(undefined, [laptop])).toEqual({ x: 80, y: 62, width: 1280, height: 800 })
    expect(windowBounds(undefined, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({
      x: 0,
      y: 0,
      width: 1024,
      height: 600,
    })
  })

  it('opens where the window was', () => {
    const saved = { x: 2000, y: 100, width: 1500, height: 1000 }
    expect(windowBounds(saved, [laptop, beside])).toEqual(saved)
    expect(windowBounds({ x: -300, y: 25, width: 900, height: 700 }, [laptop]).x).toBe(-300)
  })

  it.each<[string, Bounds]>([
    ['on a screen that is gone', { x: 2000, y: 100, width: 1500, height: 1000 }],
    ['all but off the side', { x: 1380, y: 100, width: 800, height: 600 }],
    ['with its title bar above the screen', { x: 100, y: -40, width: 800, height: 600 }],
    ['with its title bar below the screen', { x: 100, y: 890, width: 800, height: 600 }],
  ])('does not open %s', (_name, saved) => {
    expect(windowBounds(saved, [laptop])).toEqual(windowBounds(undefined, [laptop]))
  })

  it('is never smaller than can be used', () => {
    expect(windowBounds({ x: 100, y: 100, width: 300, height: 10 }, [laptop])).toEqual({
      x: 100,
      y: 100,
      width: 640,
      height: 480,
    })
  })
})

describe('the saved state', () => {
  it('is read back, and ignored when it is damaged or missing', () => {
    const dir = mkdtempSync(join(tmpdir(), 'winnow-window-'))
    const path = join(dir, 'deeper', 'window.json')
    const state = { bounds: laptop, maximized: true }
    expect(readWindowState(path)).toBeUndefined()
    writeWindowState(path, state)
    expect(readWindowState(path)).toEqual(state)
    for (const damaged of [
      '',
      '{',
      '{"bounds":{"x":0}}',
      '[]',
      '{"bounds":{"x":0,"y":0,"width":-1,"height":1},"maximized":false}',
    ]) {
      writeFileSync(path, damaged)
      expect(readWindowState(path)).toBeUndefined()
    }
    writeWindowState(join(path, 'below-a-file.json'), state)
    rmSync(dir, { recursive: true })
  })
})
