import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../../tests/fixtures/library/temporary-folder.ts'
import { moveToTrash } from './move-to-trash.ts'

// Elsewhere it would be the tester's own trash.
describe.runIf(process.platform === 'linux')('moveToTrash', () => {
  // The package looks at it once, when it is loaded by the first call.
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'winnow-trash-')))
  vi.stubEnv('XDG_DATA_HOME', join(home, 'data'))
  let dir = ''
  beforeEach(() => {
    dir = temporaryFolder()
    rmSync(join(home, 'data'), { recursive: true, force: true })
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(home, { recursive: true, force: true })
  })

  /** What is in the trash: where each thing was, and where it is. */
  function trashed(): ReadonlyMap<string, string> {
    const trash = join(home, 'data/Trash')
    if (!existsSync(trash)) return new Map()
    return new Map(
      readdirSync(join(trash, 'info')).map((name) => {
        const path = /^Path=(.*)$/m.exec(readFileSync(join(trash, 'info', name), 'utf8'))?.[1] ?? ''
        return [decodeURIComponent(path), join(trash, 'files', name.replace('.trashinfo', ''))]
      }),
    )
  }

  it.each(['a.jpg', '*.jpg', '[a] {b} !c?.jpg', 'ünï 漢 100%.jpg', '-rf', 'new\nline'])(
    'moves a file named %j',
    async (name) => {
      const path = join(dir, name)
      writeFileSync(path, name)
      writeFileSync(join(dir, 'b.jpg'), 'stays')
      await moveToTrash(path)
      expect(readdirSync(dir)).toEqual(['b.jpg'])
      expect([...trashed().keys()]).toEqual([path])
      expect(readFileSync(trashed().get(path)!, 'utf8')).toBe(name)
    },
  )

  it('moves a folder with what is in it', async () => {
    const path = join(dir, 'folder')
    mkdirSync(join(path, 'inner'), { recursive: true })
    writeFileSync(join(path, 'inner/a.txt'), 'a')
    await moveToTrash(path)
    expect(existsSync(path)).toBe(false)
    expect(readFileSync(join(trashed().get(path)!, 'inner/a.txt'), 'utf8')).toBe('a')
  })

  it('moves a link and leaves what it leads to', async () => {
    writeFileSync(join(dir, 'a.txt'), 'a')
    symlinkSync(join(dir, 'a.txt'), join(dir, 'link'))
    await moveToTrash(join(dir, 'link'))
    expect(readdirSync(dir)).toEqual(['a.txt'])
    expect(lstatSync(trashed().get(join(dir, 'link'))!).isSymbolicLink()).toBe(true)
  })

  it('leaves a folder on a drive whose things would be copied and then deleted', async ({ skip }) => {
    if (!existsSync('/dev/shm') || statSync('/dev/shm').dev === statSync(homedir()).dev)
      skip('There is no second drive.')
    const path = mkdtempSync('/dev/shm/winnow-trash-')
    try {
      await expect(moveToTrash(path)).rejects.toThrow('its drive has no trash that Winnow can use')
      writeFileSync(join(path, 'a.txt'), 'a')
      await moveToTrash(join(path, 'a.txt'))
      expect(readFileSync(trashed().get(join(path, 'a.txt'))!, 'utf8')).toBe('a')
    } finally {
      rmSync(path, { recursive: true })
    }
  })

  it('says that a thing is not there', async () => {
    await expect(moveToTrash(join(dir, 'gone'))).rejects.toThrow(
      '“gone” could not be moved to the trash: it is not there any more.',
    )
    expect(trashed().size).toBe(0)
  })

  it('leaves a thing where it is when there can be no trash', async () => {
    writeFileSync(join(home, 'data'), 'a file stands where the trash would be')
    writeFileSync(join(dir, 'a.txt'), 'a')
    await expect(moveToTrash(join(dir, 'a.txt'))).rejects.toThrow('“a.txt” could not be moved to the trash')
    expect(readFileSync(join(dir, 'a.txt'), 'utf8')).toBe('a')
  })
})
