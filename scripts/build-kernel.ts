import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { assembleKernel, kernelPaths } from './assemble-kernel.ts'

for (const path of kernelPaths) {
  const source = new URL(`../${path}.wat`, import.meta.url)
  const target = new URL(`../${path}.ts`, import.meta.url)
  await writeFile(target, await assembleKernel(basename(path), await readFile(source, 'utf8')))
  console.log(`Wrote ${target.pathname}`)
}
