import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { extendSelection } from './extend-selection.ts'

const ids = Uint32Array.from({ length: 20 }, (_, i) => 100 + i)

test('grows, turns round at the anchor and shrinks', () => {
  let selected: ReadonlySet<number> = new Set([105])
  const states: number[][] = []
  for (const [from, to] of [
    [5, 6],
    [6, 7],
    [7, 6],
    [6, 5],
    [5, 4],
  ] as const) {
    selected = extendSelection(selected, ids, 5, from, to)
    states.push([...selected].toSorted((a, b) => a - b))
  }
  expect(states).toEqual([[105, 106], [105, 106, 107], [105, 106], [105], [104, 105]])
})

test('holds exactly the run from anchor to end, and keeps what lies outside every run', () => {
  const index = fc.nat(19)
  fc.assert(
    fc.property(fc.uniqueArray(index), index, fc.array(index, { minLength: 1 }), (chosen, anchor, path) => {
      let selected: ReadonlySet<number> = new Set([...chosen.map((i) => ids[i]!), ids[anchor]!])
      let at = anchor
      for (const to of path) {
        selected = extendSelection(selected, ids, anchor, at, to)
        at = to
      }
      const low = Math.min(anchor, ...path)
      const high = Math.max(anchor, ...path)
      for (let i = 0; i < 20; i++) {
        const inRun = i >= Math.min(anchor, at) && i <= Math.max(anchor, at)
        if (inRun) expect(selected.has(ids[i]!)).toBe(true)
        else if (i < low || i > high) expect(selected.has(ids[i]!)).toBe(chosen.includes(i))
        else expect(selected.has(ids[i]!)).toBe(false)
      }
    }),
  )
})
