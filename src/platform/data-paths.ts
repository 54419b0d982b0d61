import { posix, win32 } from 'node:path'

export interface DataPaths {
  readonly dataDir: string
  readonly cacheDir: string
}

export interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly homeDir: string
}

/**
 * Where the library and its thumbnails live: where each system wants an app's own data and what may be thrown away.
 * `override` (`--data`, else `WINNOW_DATA`) moves both; the thumbnails are then in `<override>/cache`.
 *
 * @param override absolute path
 * @see https://specifications.freedesktop.org/basedir-spec/latest/ (a relative XDG path is to be ignored)
 */
export function dataPaths(machine: Machine, override: string | undefined): DataPaths {
  const { platform, env, homeDir } = machine
  const path = platform === 'win32' ? win32 : posix
  if (override !== undefined) return { dataDir: override, cacheDir: path.join(override, 'cache') }
  if (platform === 'win32') {
    const dataDir = path.join(absolute(path, env['LOCALAPPDATA']) ?? path.join(homeDir, 'AppData', 'Local'), 'Winnow')
    return { dataDir, cacheDir: path.join(dataDir, 'cache') }
  }
  if (platform === 'darwin') {
    return {
      dataDir: path.join(homeDir, 'Library', 'Application Support', 'Winnow'),
      cacheDir: path.join(homeDir, 'Library', 'Caches', 'Winnow'),
    }
  }
  return {
    dataDir: path.join(absolute(path, env['XDG_DATA_HOME']) ?? path.join(homeDir, '.local', 'share'), 'winnow'),
    cacheDir: path.join(absolute(path, env['XDG_CACHE_HOME']) ?? path.join(homeDir, '.cache'), 'winnow'),
  }
}

function absolute(path: typeof posix, value: string | undefined): string | undefined {
  return value !== undefined && path.isAbsolute(value) ? value : undefined
}
