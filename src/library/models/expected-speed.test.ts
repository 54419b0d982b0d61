import { describe, expect, it } from 'vitest'
import { expectedSpeed } from './expected-speed.ts'

describe('expectedSpeed', () => {
  it('expects a ViT-B/32 to be three times slower than the starter, and a ViT-L/14 much slower', () => {
    expect(expectedSpeed(60, 8.82)).toBeCloseTo(19, 0)
    expect(expectedSpeed(60, 162.03)).toBeCloseTo(1, 0)
  })

  it('says nothing where nothing was measured, or nobody says how much is computed', () => {
    expect(expectedSpeed(null, 8.82)).toBeNull()
    expect(expectedSpeed(60, null)).toBeNull()
  })
})
