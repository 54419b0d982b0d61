import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Machine } from './data-paths.ts'

export interface Place {
  readonly path: string
  readonly label: string
}

/**
 * Folders on this computer that are likely to hold photos: Pictures, Desktop, Downloads, and the DCIM folder of each
 * camera card that is plugged in. Only those that exist, each once.
 */
export async function usualPlaces(machine: Machine): Promise<readonly Place[]> {
  const own = await personalFolders(machine)
  const cards = await cameraCards(machine)
  const there = await Promise.all(
    [...own, ...cards].map(async (place) => ((await isDirectory(place.path)) ? [place] : [])),
  )
  return [...new Map(there.flat().map((place) => [place.path, place])).values()]
}

async function personalFolders({ platform, env, homeDir }: Machine): Promise<readonly Place[]> {
  const configured =
    platform === 'linux'
      ? parseUserDirs(
          await readText(join(env['XDG_CONFIG_HOME'] ?? join(homeDir, '.config'), 'user-dirs.dirs')),
          homeDir,
        )
      : new Map<string, string>()
  return [
    { label: 'Pictures', path: configured.get('PICTURES') ?? join(homeDir, 'Pictures') },
    { label: 'Desktop', path: configured.get('DESKTOP') ?? join(homeDir, 'Desktop') },
    { label: 'Downloads', path: configured.get('DOWNLOAD') ?? join(homeDir, 'Downloads') },
  ].filter(({ path }) => path !== homeDir)
}

/**
 * What `xdg-user-dirs` wrote: lines like `XDG_PICTURES_DIR="$HOME/Bilder"`. A folder set to the home folder itself is
 * one the person switched off.
 * @see https://www.freedesktop.org/wiki/Software/xdg-user-dirs/
 */
export function parseUserDirs(text: string, homeDir: string): ReadonlyMap<string, string> {
  const dirs = new Map<string, string>()
  for (const [, name, value] of text.matchAll(/^XDG_([A-Z]+)_DIR="((?:[^"\\]|\\.)*)"/gm)) {
    if (name === undefined || value === undefined) continue
    const path = value.replaceAll(/\\(.)/g, '$1').replace(/^\$HOME(?=\/|$)/, homeDir)
    if (path.startsWith('/')) dirs.set(name, path.length > 1 ? path.replace(/\/+$/, '') : path)
  }
  return dirs
}

async function cameraCards(machine: Machine): Promise<readonly Place[]> {
  const volumes = await mountedVolumes(machine)
  return volumes.map((volume) => ({ path: join(volume, 'DCIM'), label: `Camera card ${basename(volume) || volume}` }))
}

async function mountedVolumes({ platform, env }: Machine): Promise<readonly string[]> {
  if (platform === 'win32') return Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`)
  if (platform === 'darwin') return await subfolders('/Volumes')
  const user = env['USER'] ?? env['LOGNAME'] ?? ''
  const roots = [...(user === '' ? [] : [join('/media', user), join('/run/media', user)]), '/mnt']
  return (await Promise.all(roots.map(subfolders))).flat()
}

async function subfolders(dir: string): Promise<readonly string[]> {
  try {
    return (await readdir(dir, { withFileTypes: true }))
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(dir, name))
  } catch {
    return []
  }
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return ''
  }
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}
