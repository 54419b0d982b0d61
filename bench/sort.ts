/**
 * `npm run bench:sort`: files a second when Winnow sorts 5,000 small and 200 large files, next to `mv` and `cp -a` in the same run.
 * `-- --scale 0.1` takes a tenth of the files, `-- --dir D` another disk, `-- --other D` another second volume than /dev/shm.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureFiles } from './sort/measure-files.ts'
import type { Measured } from './sort/measure-files.ts'

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '1' },
    dir: { type: 'string', default: tmpdir() },
    other: { type: 'string', default: '/dev/shm' },
  },
})
const sizes = [
  { words: 'small files of 20 KB', count: Math.ceil(5000 * Number(values.scale)), sizeBytes: 20_000 },
  { words: 'large files of 10 MB', count: Math.ceil(200 * Number(values.scale)), sizeBytes: 10_000_000 },
]
const loads = loadavg().map((load) => load.toFixed(1))
console.log(`${cpus().length} cores; load of this machine: ${loads.join(' ')}`)
console.log('A sort of Winnow is in a journal, synced and read back from the new file; what mv and cp wrote is not,')
console.log('except where it says sync. Hashing: the same hash (xxh) of originals and copies, four at once.')

for (const { words, count, sizeBytes } of sizes) {
  const root = await mkdtemp(join(values.dir, 'winnow-bench-sort-'))
  const other = await otherVolume(root)
  try {
    print(`${count.toLocaleString('en')} ${words}`, count, sizeBytes, await measureFiles(root, other, count, sizeBytes))
  } finally {
    for (const one of [root, other]) if (one !== null) await rm(one, { recursive: true, force: true })
  }
}

async function otherVolume(root: string): Promise<string | null> {
  try {
    if ((await stat(values.other)).dev !== (await stat(root)).dev)
      return await mkdtemp(join(values.other, 'winnow-bench-sort-'))
  } catch {
    // Said below.
  }
  console.log('There is no second volume here, so that moves from one to another are not measured.')
  return null
}

function print(title: string, count: number, sizeBytes: number, measured: readonly Measured[]): void {
  console.log(`\n${title.padEnd(48)}  seconds   files/s     MB/s`)
  for (const { name, seconds } of measured) {
    const numbers = [seconds.toFixed(2), (count / seconds).toFixed(0), ((count * sizeBytes) / 1e6 / seconds).toFixed(0)]
    console.log(`  ${name.padEnd(46)} ${numbers.map((one) => one.padStart(8)).join(' ')}`)
  }
  const secondsOf = (name: string): number | undefined => measured.find((one) => one.name === name)?.seconds
  const move = secondsOf('Winnow, move')
  if (move !== undefined)
    printBar('moves on one volume ≥ 1,000 files/s', count / move >= 1000, (count / move).toFixed(0))
  for (const where of ['', ' to another volume']) {
    const copy = secondsOf(`Winnow, copy${where}`)
    for (const what of ['cp -a and hashing', 'cp -a, sync and hashing']) {
      const beside = secondsOf(what + where)
      if (copy === undefined || beside === undefined) continue
      printBar(`copies${where} within 1.5x of ${what}`, copy / beside <= 1.5, `${(copy / beside).toFixed(2)}x`)
    }
  }
}

function printBar(words: string, isHeld: boolean, value: string): void {
  console.log(`  ${isHeld ? 'holds' : 'FAILS'}: ${words} (${value})`)
}
