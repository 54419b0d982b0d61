import { expect, test } from 'vitest'
import { findingKey } from './finding-key.ts'

const tested = { modelKey: 'a@1', provider: 'webgpu', driver: 'NVIDIA 550', runtimeVersion: '1.30.0' } as const

test('a finding holds for one model, provider, driver and runtime', () => {
  const others = [
    { modelKey: 'a@2' },
    { provider: 'cuda' },
    { driver: 'NVIDIA 551' },
    { runtimeVersion: '1.31.0' },
  ] as const
  const keys = [tested, ...others.map((other) => ({ ...tested, ...other }))].map(findingKey)
  expect(new Set(keys).size).toBe(5)
  expect(findingKey({ ...tested })).toBe(keys[0])
})
