import { expect, test } from 'vitest'
import { applyWords, companionsSentence, planSentence, whyNot } from './plan-words.ts'
import { sampleCounts, sampleFolder, samplePlan } from './sample-plan.ts'

function sentence(counts: Parameters<typeof sampleCounts>[0]): string {
  return planSentence(samplePlan({ counts: sampleCounts(counts) }))
}

test('says how many go where, and how much that is', () => {
  const plan = samplePlan({
    counts: sampleCounts({ go: 1204, sizeBytes: 3_200_000_000 }),
    folders: [sampleFolder('', { ownItemCount: 0 }), sampleFolder('Family'), sampleFolder('Family/2024')],
    freeBytes: 120_000_000_000,
  })
  expect(planSentence(plan)).toBe('1,204 photos go to 2 folders · 3.2 GB · 120 GB free')
  expect(planSentence({ ...plan, action: 'copy', freeBytes: null })).toBe(
    '1,204 photos are copied to 2 folders · 3.2 GB',
  )
  expect(planSentence({ ...plan, action: 'link', counts: sampleCounts({ go: 1 }) })).toContain('1 photo is linked to')
})

test('says when nothing goes, and why', () => {
  expect(sentence({ inPlace: 12, sameContent: 2, noRule: 5 })).toBe(
    'Nothing to do: 14 photos that the rules want are there already.',
  )
  expect(sentence({ sameContent: 1 })).toBe('Nothing to do: 1 photo that the rules want is there already.')
  expect(sentence({ noRule: 3 })).toBe('Nothing goes anywhere with these rules.')
  expect(sentence({ inPlace: 3, blocked: 1 })).toBe('Nothing goes anywhere with these rules.')
})

test('names what the button does', () => {
  expect(applyWords('move', 1)).toBe('Move 1 photo')
  expect(applyWords('copy', 1204)).toBe('Copy 1,204 photos')
  expect(applyWords('link', null)).toBe('Link photos')
})

test('an obstacle is why not, else that nothing goes', () => {
  expect(whyNot({ obstacle: 'The disk is full.', counts: sampleCounts({ go: 3 }) })).toBe('The disk is full.')
  expect(whyNot({ obstacle: null, counts: sampleCounts({}) })).toMatch(/no photo goes/)
  expect(whyNot({ obstacle: null, counts: sampleCounts({ go: 3 }) })).toBeNull()
})

test('companions are mentioned only where there are some', () => {
  expect(companionsSentence({ companions: 0 })).toBeNull()
  expect(companionsSentence({ companions: 1 })).toMatch(/^1 file that belongs to one of them goes along/)
  expect(companionsSentence({ companions: 1200 })).toMatch(/^1,200 files that belong to them go along/)
})
