import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../contract/primitives.ts'
import { answerBands, type Bands, bandOrder, inOrderOf, verdictOfFlags } from './bands.ts'
import { sampleBand } from './sample-bands.ts'

const bands: Bands = {
  sure: sampleBand([1, 2, 3], { count: 30 }),
  unsure: sampleBand([4, 5, 6]),
  not: sampleBand([7, 8], { count: 900, flags: Uint8Array.of(17, 1) }),
}

const idsOf = (given: Bands): readonly (readonly number[])[] => bandOrder.map((band) => [...given[band].ids])
const said = (answers: Readonly<Record<number, Verdict>>) => (photoId: number) => answers[photoId]

describe('bands with answers that the library has not counted yet', () => {
  it('are the same where nothing is new', () => {
    expect(answerBands(bands, () => undefined)).toBe(bands)
    expect(answerBands(bands, said({ 7: 'no' }))).toBe(bands)
  })

  it('take a yes to the front of Yes and a no to the front of No', () => {
    const after = answerBands(bands, said({ 5: 'yes', 2: 'no' }))
    expect(idsOf(after)).toEqual([
      [5, 1, 3],
      [4, 6],
      [2, 7, 8],
    ])
    expect(bandOrder.map((band) => after[band].count)).toEqual([30, 2, 901])
    expect(verdictOfFlags(after.sure.flags[0]!)).toBe('yes')
    expect(verdictOfFlags(after.not.flags[0]!)).toBe('no')
  })

  it('leave one that is taken back where it is, without its mark', () => {
    const after = answerBands(bands, said({ 7: 'undecided' }))
    expect(idsOf(after)).toEqual(idsOf(bands))
    expect(verdictOfFlags(after.not.flags[0]!)).toBe('undecided')
  })

  it('lose no photo and count none twice, whatever is answered', () => {
    const verdict = fc.constantFrom<Verdict | undefined>('yes', 'no', 'undecided', undefined)
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 9, maxLength: 9 }), (verdicts) => {
        const after = answerBands(bands, (photoId) => verdicts[photoId])
        expect(idsOf(after).flat().toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
        expect(bandOrder.reduce((sum, band) => sum + after[band].count, 0)).toBe(933)
        // Answering the same again changes nothing more.
        expect(answerBands(after, (photoId) => verdicts[photoId])).toBe(after)
      }),
    )
  })
})

describe('a band in the order it had', () => {
  it('loses what left, and takes what is new at its end', () => {
    const now = sampleBand([9, 3, 1, 8], { count: 40, aspects: Uint16Array.of(900, 300, 100, 800) })
    const kept = inOrderOf(sampleBand([1, 2, 3]), now)
    expect([...kept.ids]).toEqual([1, 3, 9, 8])
    expect([...kept.aspects]).toEqual([100, 300, 900, 800])
    expect(kept.count).toBe(40)
  })
})
