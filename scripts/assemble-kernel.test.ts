import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { assembleKernel, kernelPaths } from './assemble-kernel.ts'

test.each(kernelPaths)('%s: the committed kernel is what its text assembles to', async (path) => {
  const wat = await readFile(new URL(`../${path}.wat`, import.meta.url), 'utf8')
  const committed = await readFile(new URL(`../${path}.ts`, import.meta.url), 'utf8')
  expect(await assembleKernel(basename(path), wat)).toBe(committed)
})
