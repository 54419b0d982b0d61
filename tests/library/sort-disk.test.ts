import { chmod, link, lstat, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentHash } from '../../src/core/hashing/content-hash.ts'
import { createNodeDisk } from '../../src/library/sorting/disk/node-disk.ts'
import { renameByLink, renameOverPlaceholder } from '../../src/library/sorting/disk/rename-without-replacing.ts'
import { systemCalls } from '../../src/library/sorting/disk/system-calls.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { folderOnSecondVolume, noSecondVolume } from '../fixtures/sorting/second-volume.ts'

const disk = createNodeDisk()
const never = new AbortController().signal

const renames = [
  { way: 'by the system’s call', rename: disk.renameWithoutReplacing },
  { way: 'by a second name', rename: renameByLink },
  { way: 'over a placeholder', rename: renameOverPlaceholder },
]

test('Linux and macOS have a rename that never replaces, and exact times', async ({ skip }) => {
  if (process.platform === 'win32') skip('Windows has no such calls here')
  const calls = await systemCalls()
  expect(calls.renameWithoutReplacing).not.toBe(null)
  expect(calls.setTimes).not.toBe(null)
  expect(calls.attributes).not.toBe(null)
})

test.for(renames)('a rename $way keeps the file, its times and what is in it', async ({ rename }) => {
  const folder = temporaryFolder()
  const [from, to] = [join(folder, 'é 1.jpg'), join(folder, 'b.jpg')]
  await writeFile(from, 'one')
  const before = await disk.facts(from)
  await rename(from, to)
  expect(await readdir(folder)).toEqual(['b.jpg'])
  expect(await disk.facts(to)).toEqual(before)
})

test.for(renames)('a rename $way never replaces: a file, a folder, a link to nowhere, the file itself', async (one) => {
  const folder = temporaryFolder()
  const from = join(folder, 'from')
  await writeFile(from, 'one')
  await writeFile(join(folder, 'file'), 'two')
  await writeFile(join(folder, 'empty'), '')
  await mkdir(join(folder, 'folder'))
  await symlink(join(folder, 'nowhere'), join(folder, 'link'))
  for (const name of ['file', 'empty', 'folder', 'link', 'from']) {
    await expect(one.rename(from, join(folder, name))).rejects.toMatchObject({ code: 'EEXIST' })
  }
  expect((await readdir(folder)).toSorted()).toEqual(['empty', 'file', 'folder', 'from', 'link'])
  expect(await readFile(from, 'latin1')).toBe('one')
  expect(await readFile(join(folder, 'file'), 'latin1')).toBe('two')
})

test.for(renames)('of many renames to one name at once, $way, one wins and the others stay', async ({ rename }) => {
  const folder = temporaryFolder()
  const names = Array.from({ length: 24 }, (_, i) => `from ${i}`)
  for (const name of names) await writeFile(join(folder, name), name)
  const to = join(folder, 'to')
  const ended = await Promise.allSettled(names.map((name) => rename(join(folder, name), to)))
  const failed = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
  expect(failed).toEqual(Array.from({ length: 23 }, () => 'EEXIST'))
  const winner = await readFile(to, 'latin1')
  for (const name of names.filter((name) => name !== winner)) {
    expect(await readFile(join(folder, name), 'latin1')).toBe(name)
  }
  expect((await readdir(folder)).length).toBe(24)
})

test.for(renames)('a rename $way of what is not there makes nothing', async ({ rename }) => {
  const folder = temporaryFolder()
  await expect(rename(join(folder, 'a'), join(folder, 'b'))).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await readdir(folder)).toEqual([])
})

test.for(renames)('a rename $way to another volume says so and leaves nothing there', async ({ rename }, { skip }) => {
  const other = folderOnSecondVolume()
  if (other === null) return skip(noSecondVolume)
  const from = join(temporaryFolder(), 'a.jpg')
  await writeFile(from, 'one')
  await expect(rename(from, join(other, 'a.jpg'))).rejects.toMatchObject({ code: 'EXDEV' })
  expect(await readdir(other)).toEqual([])
  expect(await readFile(from, 'latin1')).toBe('one')
})

test('errors are as Node says them', async () => {
  const folder = temporaryFolder()
  await writeFile(join(folder, 'a'), '')
  await writeFile(join(folder, 'b'), '')
  const [from, to] = [join(folder, 'a'), join(folder, 'b')]
  const error: unknown = await disk.renameWithoutReplacing(from, to).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Error)
  expect(error).toMatchObject({ code: 'EEXIST', syscall: 'rename', path: from, dest: to })
})

/** What a copy is to keep. Odd nanoseconds, before 1970 too. */
async function oddFile(path: string, content: Buffer, mtimeNs: bigint): Promise<void> {
  await writeFile(path, content)
  const calls = await systemCalls()
  calls.attributes?.set(path, 'user.winnow.tags', Buffer.from('a\0b', 'latin1'))
  await chmod(path, 0o640)
  calls.setTimes?.(path, mtimeNs - 5_000_000_001n, mtimeNs)
}

test.for([
  { words: 'on one volume', isElsewhere: false },
  { words: 'to another volume', isElsewhere: true },
])('a copy $words keeps content, nanoseconds, permissions and extended attributes', async (one, { skip }) => {
  const other = one.isElsewhere ? folderOnSecondVolume() : temporaryFolder()
  if (other === null) return skip(noSecondVolume)
  const folder = temporaryFolder()
  const calls = await systemCalls()
  if (calls.setTimes === null) return skip('this system sets no exact times')
  const sizes = [0, 1, 1024 * 1024, 3 * 1024 * 1024 + 17]
  for (const [index, size] of sizes.entries()) {
    const [from, to] = [join(folder, `${index}.jpg`), join(other, `${index}.jpg`)]
    const content = Buffer.alloc(size, `it is ${index}`)
    await oddFile(from, content, [1_700_000_000_123_456_789n, -86_399_999_999_999n][index % 2] ?? 0n)
    const before = await stat(from, { bigint: true })
    expect(await disk.copy(from, to, never)).toBe(contentHash(content))
    expect((await readFile(to)).equals(content)).toBe(true)
    expect(await disk.hash(to)).toBe(contentHash(content))
    const { mtimeNs, atimeNs, mode, uid, gid } = await stat(to, { bigint: true })
    expect({ mtimeNs, mode, uid, gid }).toEqual({
      mtimeNs: before.mtimeNs,
      mode: before.mode,
      uid: before.uid,
      gid: before.gid,
    })
    expect(atimeNs).toBeTypeOf('bigint')
    expect((await stat(from, { bigint: true })).mtimeNs).toBe(before.mtimeNs)
  }
})

test.for([
  { words: 'on one volume', isElsewhere: false },
  { words: 'to another volume', isElsewhere: true },
])('a copy $words keeps extended attributes where both disks have them', async (one, { skip }) => {
  const other = one.isElsewhere ? folderOnSecondVolume() : temporaryFolder()
  if (other === null) return skip(noSecondVolume)
  const { attributes } = await systemCalls()
  const [from, to, probe] = [join(temporaryFolder(), 'a'), join(other, 'a'), join(other, 'probe')]
  const value = Buffer.from('red\0\xff', 'latin1')
  await writeFile(from, 'one')
  await writeFile(probe, '')
  const areBoth = [from, probe].every((path) => attributes?.set(path, 'user.winnow.tags', value) === true)
  await disk.copy(from, to, never)
  expect(await readFile(to, 'latin1')).toBe('one')
  if (!areBoth) return skip('one of the disks has no extended attributes')
  expect(attributes?.get(to, 'user.winnow.tags')).toEqual(value)
  expect(attributes?.list(to)).toContain('user.winnow.tags')
})

async function countOpen(): Promise<number> {
  return process.platform === 'linux' ? (await readdir('/proc/self/fd')).length : 0
}

test('of three hundred copies at once each hears for itself how it went, and no file stays open', async () => {
  const [folder, other] = [temporaryFolder(), folderOnSecondVolume() ?? temporaryFolder()]
  const names = Array.from({ length: 300 }, (_, i) => `${i}.jpg`)
  for (const name of names) await writeFile(join(folder, name), name)
  const taken = new Set(names.filter((_, i) => i % 10 === 0))
  const placeOf = (index: number): string => (index % 2 === 0 ? folder : other)
  for (const [index, name] of names.entries())
    if (taken.has(name)) await writeFile(join(placeOf(index), `to ${name}`), '')
  // With the threads at work for the first time, what they need themselves is open already.
  await Promise.all(names.map((name) => disk.hash(join(folder, name))))
  const before = await countOpen()
  const ended = await Promise.allSettled(
    names.map((name, index) => disk.copy(join(folder, name), join(placeOf(index), `to ${name}`), never)),
  )
  for (const [index, name] of names.entries()) {
    const one = ended[index]
    if (taken.has(name)) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'EEXIST' } })
    else expect(one).toEqual({ status: 'fulfilled', value: contentHash(Buffer.from(name)) })
    expect(await readFile(join(placeOf(index), `to ${name}`), 'latin1')).toBe(taken.has(name) ? '' : name)
  }
  expect(await countOpen()).toBeLessThanOrEqual(before)
})

test('a copy never replaces', async () => {
  const folder = temporaryFolder()
  const [from, to] = [join(folder, 'a'), join(folder, 'b')]
  await writeFile(from, 'one')
  await writeFile(to, 'two')
  await expect(disk.copy(from, to, never)).rejects.toMatchObject({ code: 'EEXIST' })
  expect(await readFile(to, 'latin1')).toBe('two')
})

test('links are neither copied nor read', async () => {
  const folder = temporaryFolder()
  await writeFile(join(folder, 'a'), 'one')
  const linkPath = join(folder, 'link')
  await symlink(join(folder, 'a'), linkPath)
  await expect(disk.copy(linkPath, join(folder, 'b'), never)).rejects.toMatchObject({ code: 'ELOOP' })
  await expect(disk.hash(linkPath)).rejects.toMatchObject({ code: 'ELOOP' })
  expect(await disk.facts(linkPath)).toMatchObject({ kind: 'link' })
  expect((await readdir(folder)).toSorted()).toEqual(['a', 'link'])
})

test('a copy that is stopped in the middle leaves nothing', async () => {
  const folder = temporaryFolder()
  const [from, to] = [join(folder, 'a'), join(folder, 'b')]
  await writeFile(from, Buffer.alloc(24 * 1024 * 1024))
  const reason = new Error('enough')
  await expect(disk.copy(from, to, AbortSignal.abort(reason))).rejects.toBe(reason)
  const abort = new AbortController()
  const copying = disk.copy(from, to, abort.signal)
  const ended = copying.catch((error: unknown) => error)
  while ((await disk.facts(to)) === null) await new Promise((resolve) => setImmediate(resolve))
  abort.abort(reason)
  expect(await ended).toBe(reason)
  expect(await readdir(folder)).toEqual(['a'])
})

test('a folder, and what is not there, can’t be copied, and nothing is made', async () => {
  const folder = temporaryFolder()
  await mkdir(join(folder, 'in'))
  await expect(disk.copy(join(folder, 'in'), join(folder, 'b'), never)).rejects.toMatchObject({ code: 'EISDIR' })
  await expect(disk.copy(join(folder, 'away'), join(folder, 'b'), never)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await readdir(folder)).toEqual(['in'])
})

test('what stands at a path', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'a')
  await writeFile(path, 'one')
  await link(path, join(folder, 'b'))
  const facts = await disk.facts(path)
  // The number a scan stores, so that the two can be compared.
  expect(facts?.mtimeMs).toBe((await lstat(path)).mtimeMs)
  expect(facts).toEqual(await disk.facts(join(folder, 'b')))
  expect(await disk.facts(join(folder, 'away'))).toBe(null)
  expect(await disk.facts(join(path, 'below a file'))).toBe(null)
  expect(await disk.facts(folder)).toMatchObject({ kind: 'directory' })
})

test('directories are made and removed one at a time, and never with something in them', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'in')
  expect(await disk.makeDirectory(path)).toBe(true)
  expect(await disk.makeDirectory(path)).toBe(false)
  await disk.syncDirectory(path)
  await writeFile(join(path, 'a'), '')
  expect(await disk.removeEmptyDirectory(path)).toBe(false)
  await disk.remove(join(path, 'a'))
  expect(await disk.removeEmptyDirectory(path)).toBe(true)
  expect(await disk.removeEmptyDirectory(path)).toBe(false)
  await expect(disk.makeDirectory(join(path, 'deep'))).rejects.toMatchObject({ code: 'ENOENT' })
})
