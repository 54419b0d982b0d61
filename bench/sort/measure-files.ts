import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { SortAction } from '../../src/core/sorting/sort-rules.ts'
import { createNodeDisk } from '../../src/library/sorting/disk/node-disk.ts'
import { openSorter } from '../../tests/fixtures/sorting/open-sorter.ts'
import { hashFiles } from './hash-files.ts'
import { makeFiles } from './made-files.ts'

/** Seconds that each thing took, for all files. */
export interface Measured {
  readonly name: string
  readonly seconds: number
}

/**
 * Sorts so many files with Winnow, and moves and copies the same ones with the system's own programs.
 * @param root holds files, library and, but for another volume, what is sorted
 * @param otherRoot on another volume; null where there is none
 */
export async function measureFiles(
  root: string,
  otherRoot: string | null,
  count: number,
  sizeBytes: number,
): Promise<readonly Measured[]> {
  const from = join(root, 'photos')
  const files = await makeFiles(from, count, sizeBytes)
  const sorter = openSorter(join(root, 'data'), unlink)
  const engine = sorter.engine(createNodeDisk())
  const measured: Measured[] = []
  const timed = async (name: string, work: () => unknown): Promise<void> => {
    // What is still to be written of the step before is not this one's.
    execFileSync('sync')
    const start = performance.now()
    await work()
    measured.push({ name, seconds: (performance.now() - start) / 1000 })
  }

  const sortAndUndo = async (words: string, action: SortAction, place: string): Promise<void> => {
    const to = mkdtempSync(join(place, 'sorted-'))
    const groups = files.map((file) => [file])
    const run = sorter.prepare({ from, to, action }, groups)
    let runId = 0
    await timed(`Winnow, ${action}${words}`, async () => {
      runId = engine.start(run)
      await engine.settled()
    })
    refuseUnless(sorter.context.store.sortRun.withCounts(runId)?.done === count, 'not all files were sorted')
    await timed(`Winnow, undo of that ${action}`, async () => {
      engine.undo(runId, null)
      await engine.settled()
    })
    refuseUnless(sorter.context.store.sortRun.withCounts(runId)?.undone === count, 'not all files came back')
    rmSync(to, { recursive: true })
  }

  const moveThereAndBack = async (words: string, place: string): Promise<void> => {
    const to = mkdtempSync(join(place, 'sorted-'))
    await timed(`mv${words}`, () => moveFiles(from, to))
    moveFiles(to, from)
    rmSync(to, { recursive: true })
  }

  const copyAndHash = async (words: string, place: string): Promise<void> => {
    const to = mkdtempSync(join(place, 'sorted-'))
    const copies = join(to, 'photos')
    await timed(`cp -a${words}`, () => execFileSync('cp', ['-a', from, copies]))
    rmSync(copies, { recursive: true })
    await timed(`cp -a and hashing${words}`, async () => {
      execFileSync('cp', ['-a', from, copies])
      for (const folder of [from, copies]) await hashFiles(files.map((file) => join(folder, file.from)))
    })
    rmSync(copies, { recursive: true })
    await timed(`cp -a, sync and hashing${words}`, async () => {
      execFileSync('cp', ['-a', from, copies])
      execFileSync('sync', ['-f', to])
      for (const folder of [from, copies]) await hashFiles(files.map((file) => join(folder, file.from)))
    })
    rmSync(to, { recursive: true })
  }

  try {
    await moveThereAndBack('', root)
    await sortAndUndo('', 'move', root)
    await copyAndHash('', root)
    await sortAndUndo('', 'copy', root)
    if (otherRoot === null) return measured
    const words = ' to another volume'
    await moveThereAndBack(words, otherRoot)
    await copyAndHash(words, otherRoot)
    await sortAndUndo(words, 'move', otherRoot)
    await sortAndUndo(words, 'copy', otherRoot)
    return measured
  } finally {
    await engine.close()
    await sorter.close()
  }
}

/** File by file, into folders of the same names: a whole folder would be one rename. */
function moveFiles(from: string, to: string): void {
  for (const name of execFileSync('ls', [from], { encoding: 'utf8' }).trim().split('\n')) {
    mkdirSync(join(to, name), { recursive: true })
    execFileSync('sh', ['-c', 'mv -n "$1"/* "$2"', 'sh', join(from, name), join(to, name)])
  }
}

function refuseUnless(isTrue: boolean, words: string): void {
  if (!isTrue) throw new Error(`The measurement is worth nothing: ${words}.`)
}
