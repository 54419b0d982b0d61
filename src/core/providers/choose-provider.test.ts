import { expect, test } from 'vitest'
import { chooseProvider } from './choose-provider.ts'
import type { Known } from './choose-provider.ts'
import type { Finding } from './finding.ts'

const works = (photosPerSecond: number): Finding => ({
  kind: 'works',
  photosPerSecond,
  similarity: 0.9999,
  batchSize: 8,
})
const wrong: Finding = { kind: 'wrong', similarity: 0.4 }
const machine = (
  cpu: Finding | null,
  webgpu: Finding | null,
  cuda: Finding | null = { kind: 'crashed', how: '' },
): Known[] => [
  { name: 'cpu', finding: cpu },
  { name: 'webgpu', finding: webgpu },
  { name: 'cuda', finding: cuda },
]

test('the fastest one whose results are right is chosen', () => {
  expect(chooseProvider(machine(works(30), works(90)), null, null)).toEqual({ name: 'webgpu', reason: 'fastest' })
  expect(chooseProvider(machine(works(30), works(90), works(300)), null, 'webgpu').name).toBe('cuda')
  expect(chooseProvider(machine(works(30), works(9)), null, null)).toEqual({ name: 'cpu', reason: 'fastest' })
})

test('a faster one that is wrong, crashed or failed at work is not', () => {
  for (const finding of [wrong, { kind: 'crashed', how: '' }, { kind: 'failed-at-work', message: '' }] as const) {
    expect(chooseProvider(machine(works(30), finding), null, 'webgpu')).toEqual({ name: 'cpu', reason: 'only-one' })
  }
})

test('noise of a few in a hundred flips nothing, in either direction', () => {
  for (const webgpu of [97, 100, 103, 109]) {
    expect(chooseProvider(machine(works(100), works(webgpu)), null, null).name).toBe('cpu')
    expect(chooseProvider(machine(works(100), works(webgpu)), null, 'cpu').name).toBe('cpu')
    expect(chooseProvider(machine(works(100), works(webgpu)), null, 'webgpu').name).toBe('webgpu')
  }
  expect(chooseProvider(machine(works(111), works(100)), null, 'webgpu').name).toBe('cpu')
})

test('the processor is used while nothing is known, also where its own speed is not', () => {
  expect(chooseProvider(machine(null, null, null), null, null)).toEqual({ name: 'cpu', reason: 'untested' })
  expect(chooseProvider(machine(null, wrong, wrong), null, null)).toEqual({ name: 'cpu', reason: 'only-one' })
  expect(chooseProvider([{ name: 'cpu', finding: null }], null, null).name).toBe('cpu')
})

test('a wish is heeded where that provider works, however slow', () => {
  expect(chooseProvider(machine(works(100), works(1)), 'webgpu', null)).toEqual({ name: 'webgpu', reason: 'wished' })
  expect(chooseProvider(machine(works(1), works(100)), 'cpu', null)).toEqual({ name: 'cpu', reason: 'wished' })
  expect(chooseProvider(machine(works(1), wrong), 'webgpu', null)).toEqual({ name: 'cpu', reason: 'wished-but-unfit' })
  expect(chooseProvider(machine(works(1), null), 'webgpu', null)).toEqual({
    name: 'cpu',
    reason: 'wished-but-untested',
  })
})
