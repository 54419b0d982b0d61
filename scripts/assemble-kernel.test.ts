import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { assembleKernel } from './assemble-kernel.ts'

test('the committed kernel is what its text assembles to', async () => {
  const wat = await readFile(new URL('../src/core/matrix/scan-kernel.wat', import.meta.url), 'utf8')
  const committed = await readFile(new URL('../src/core/matrix/scan-kernel.ts', import.meta.url), 'utf8')
  expect(await assembleKernel(wat)).toBe(committed)
})
