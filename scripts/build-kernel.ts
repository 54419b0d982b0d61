import { readFile, writeFile } from 'node:fs/promises'
import { assembleKernel } from './assemble-kernel.ts'

const source = new URL('../src/core/matrix/scan-kernel.wat', import.meta.url)
const target = new URL('../src/core/matrix/scan-kernel.ts', import.meta.url)
await writeFile(target, await assembleKernel(await readFile(source, 'utf8')))
console.log(`Wrote ${target.pathname}`)
