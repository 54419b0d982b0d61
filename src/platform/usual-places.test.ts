import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseUserDirs, usualPlaces } from './usual-places.ts'

describe('parseUserDirs', () => {
  it('reads what xdg-user-dirs writes and nothing else', () => {
    const text = [
      '# comment',
      'XDG_PICTURES_DIR="$HOME/Bilder"',
      'XDG_DESKTOP_DIR="/data/Desk \\"top\\"/"',
      'XDG_DOWNLOAD_DIR="relative"',
      'XDG_MUSIC_DIR=$HOME/unquoted',
      'XDG_VIDEOS_DIR="$HOMEOPATHY/x"',
    ].join('\n')
    expect([...parseUserDirs(text, '/home/ada')]).toEqual([
      ['PICTURES', '/home/ada/Bilder'],
      ['DESKTOP', '/data/Desk "top"'],
    ])
  })
})

describe('usualPlaces', () => {
  let homeDir: string
  beforeEach(async () => {
    homeDir = await mkdtemp(join(tmpdir(), 'winnow-places-'))
  })
  afterEach(async () => await rm(homeDir, { recursive: true }))

  it.skipIf(process.platform === 'win32')('names only what exists', async () => {
    await mkdir(join(homeDir, 'Bilder'))
    await mkdir(join(homeDir, 'Downloads'))
    await mkdir(join(homeDir, '.config'))
    await writeFile(
      join(homeDir, '.config', 'user-dirs.dirs'),
      'XDG_PICTURES_DIR="$HOME/Bilder"\nXDG_DESKTOP_DIR="$HOME/"\n',
    )
    const places = await usualPlaces({ platform: 'linux', env: {}, homeDir })
    expect(places.filter(({ path }) => path.startsWith(homeDir))).toEqual([
      { label: 'Pictures', path: join(homeDir, 'Bilder') },
      { label: 'Downloads', path: join(homeDir, 'Downloads') },
    ])
  })
})
