import { expect, test } from 'vitest'
import { findingSentence } from './finding-sentence.ts'
import type { Finding } from './finding.ts'
import { whySentence } from './why-sentence.ts'

const works = (photosPerSecond: number): Finding => ({
  kind: 'works',
  photosPerSecond,
  similarity: 0.9999,
  batchSize: 8,
})
const onProcessor = { name: 'cpu', photosPerSecond: 63.2 } as const
const say = (finding: Finding | null, isUsed = false): string =>
  findingSentence({ name: 'webgpu', finding, isUsed, used: onProcessor })

test('every finding has its words', () => {
  expect(say(works(90), true)).toBe('Works and is used.')
  expect(say(works(41.3))).toBe('Works, slower: 41 photos/s where the processor does 63.')
  expect(say(works(0.034))).toBe('Works, slower: 0.03 photos/s where the processor does 63.')
  expect(say(works(64))).toBe('Works, as fast: 64 photos/s where the processor does 63.')
  expect(say(works(120))).toBe('Works, faster: 120 photos/s where the processor does 63.')
  expect(say({ kind: 'wrong', similarity: 0.5 })).toBe('Gives wrong results, so it isn’t used.')
  expect(say({ kind: 'wrong', similarity: null })).toBe('Gives results that are no numbers, so it isn’t used.')
  expect(say({ kind: 'crashed', how: 'SIGSEGV' })).toBe('Crashed while it was tested, so it isn’t used.')
  expect(say({ kind: 'too-slow', limitSeconds: 60 })).toBe(
    'Gave no answer within 60 seconds when it was tested, so it isn’t used.',
  )
  expect(say({ kind: 'missing', libraries: ['libcublasLt.so.12', 'libcudnn.so.9'], message: '' })).toBe(
    'Libraries are missing: libcublasLt.so.12, libcudnn.so.9.',
  )
  expect(say({ kind: 'refused', message: 'No supported adapters' })).toBe(
    'Can’t be used: no graphics driver that it understands was found.',
  )
  expect(say({ kind: 'failed-at-work', message: '' })).toContain('then failed at work')
  expect(say(null)).toBe('Not tested yet.')
  expect(say(null, true)).toBe('Is used. Its speed was not measured yet.')
})

test('why the one in use is used', () => {
  const known = [
    { name: 'cpu', finding: works(63) },
    { name: 'webgpu', finding: works(41) },
  ] as const
  expect(whySentence({ name: 'cpu', reason: 'fastest' }, known, null)).toBe(
    'Winnow uses the processor, because it is faster here than the graphics (WebGPU): 63 photos/s instead of 41.',
  )
  expect(whySentence({ name: 'webgpu', reason: 'fastest' }, known, null)).toBe(
    'Winnow uses the graphics (WebGPU), because the processor would hardly be faster here: 63 photos/s instead of 41.',
  )
  expect(whySentence({ name: 'cpu', reason: 'wished-but-unfit' }, known, 'webgpu')).toBe(
    'Winnow uses the processor. The graphics (WebGPU) is what you chose, but it can’t be used; its line says why.',
  )
})
