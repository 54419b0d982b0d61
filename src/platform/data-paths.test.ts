import { describe, expect, it } from 'vitest'
import { dataPaths } from './data-paths.ts'

describe('dataPaths', () => {
  it('follows each system', () => {
    expect({
      linux: dataPaths({ platform: 'linux', env: {}, homeDir: '/home/ada' }, undefined),
      xdg: dataPaths(
        { platform: 'linux', env: { XDG_DATA_HOME: '/d', XDG_CACHE_HOME: '/c' }, homeDir: '/home/ada' },
        undefined,
      ),
      relativeXdg: dataPaths({ platform: 'linux', env: { XDG_DATA_HOME: 'd' }, homeDir: '/home/ada' }, undefined),
      mac: dataPaths({ platform: 'darwin', env: {}, homeDir: '/Users/ada' }, undefined),
      windows: dataPaths(
        { platform: 'win32', env: { LOCALAPPDATA: 'D:\\Local' }, homeDir: 'C:\\Users\\ada' },
        undefined,
      ),
      bareWindows: dataPaths({ platform: 'win32', env: {}, homeDir: 'C:\\Users\\ada' }, undefined),
    }).toEqual({
      linux: { dataDir: '/home/ada/.local/share/winnow', cacheDir: '/home/ada/.cache/winnow' },
      xdg: { dataDir: '/d/winnow', cacheDir: '/c/winnow' },
      relativeXdg: { dataDir: '/home/ada/.local/share/winnow', cacheDir: '/home/ada/.cache/winnow' },
      mac: { dataDir: '/Users/ada/Library/Application Support/Winnow', cacheDir: '/Users/ada/Library/Caches/Winnow' },
      windows: { dataDir: 'D:\\Local\\Winnow', cacheDir: 'D:\\Local\\Winnow\\cache' },
      bareWindows: {
        dataDir: 'C:\\Users\\ada\\AppData\\Local\\Winnow',
        cacheDir: 'C:\\Users\\ada\\AppData\\Local\\Winnow\\cache',
      },
    })
  })

  it('moves everything with an override', () => {
    expect(dataPaths({ platform: 'darwin', env: {}, homeDir: '/Users/ada' }, '/tmp/w')).toEqual({
      dataDir: '/tmp/w',
      cacheDir: '/tmp/w/cache',
    })
  })
})
