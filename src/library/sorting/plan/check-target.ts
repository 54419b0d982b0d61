import { access, constants } from 'node:fs/promises'
import { basename, dirname, join, normalize, relative } from 'node:path'
import { isExcludedName } from '../../../core/scan/excluded-name.ts'
import type { LibraryContext } from '../../context.ts'
import { isScannedWithin } from '../../folders/place-folder.ts'
import { isOwnPath } from '../../paths/is-own-path.ts'
import { typedPath } from '../../paths/typed-path.ts'
import { isInside, relativeInside } from '../../scan/path-inside.ts'
import { codeOf } from '../../scan/walk-folder.ts'
import type { Disk } from '../disk/disk.ts'

export interface CheckedTarget {
  /** Without links, as far as it is there. */
  readonly targetPath: string
  readonly exists: boolean
  /** Whether a folder of the library holds it. */
  readonly inLibrary: boolean
  /** Of the disk it is or will be on; null where that can't be told. */
  readonly freeBytes: number | null
  /** Volume of the disk it is or will be on; null where that can't be told. */
  readonly deviceId: bigint | null
  /** Why nothing can be sorted there, as a sentence. */
  readonly obstacle: string | null
}

/** What an operating system keeps for itself, also from those who may write there. */
const systemFolders: readonly string[] =
  process.platform === 'win32'
    ? [process.env['SystemRoot'] ?? 'C:\\Windows']
    : process.platform === 'darwin'
      ? ['/System', '/usr', '/bin', '/sbin', '/dev', '/private/etc']
      : ['/proc', '/sys', '/boot', '/etc', '/usr', '/bin', '/sbin', '/lib', '/dev/pts']

/** Looks at a place that files may be sorted to. Changes nothing. @param given as it was typed or chosen */
export async function checkTarget(context: LibraryContext, disk: Disk, given: string): Promise<CheckedTarget> {
  const typed = typedPath(given, 'Pictures', 'Sorted')
  if ('reason' in typed) return refused(given, typed.reason)
  const wanted = withoutEnd(normalize(typed.path))
  try {
    const ancestor = await existingAncestor(disk, wanted)
    const real = await disk.realPath(ancestor)
    const targetPath = join(real, relative(ancestor, wanted))
    const facts = await disk.facts(real)
    if (facts?.kind !== 'directory') return refused(targetPath, `${real} is a file. Choose a folder.`)
    const inLibrary = context.store.folder.list().some(({ path }) => isScannedWithin(targetPath, path))
    return {
      targetPath,
      exists: ancestor === wanted,
      inLibrary,
      freeBytes: await disk.freeBytes(real).catch(() => null),
      deviceId: facts.deviceId,
      obstacle: (await objection(context, targetPath)) ?? (await writeObjection(real)),
    }
  } catch (error) {
    return refused(
      wanted,
      `${wanted} can’t be opened (${codeOf(error)}). If it is on a drive, check that it is connected.`,
    )
  }
}

async function existingAncestor(disk: Disk, path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    if ((await disk.facts(at)) !== null || dirname(at) === at) return at
  }
}

async function objection({ surroundings, store }: LibraryContext, path: string): Promise<string | null> {
  if (await isOwnPath(surroundings, path)) return `${path} is where Winnow keeps its own files. Choose another folder.`
  if (systemFolders.some((dir) => isInside(path, dir))) return `${path} belongs to the system. Choose another folder.`
  const folder = store.folder.list().find((one) => isInside(path, one.path))
  const way = folder === undefined ? basename(path) : (relativeInside(path, folder.path) ?? '')
  const passedBy = way.split('/').find((name) => name !== '' && isExcludedName(name))
  return passedBy === undefined
    ? null
    : `Winnow does not look into folders called “${passedBy}”, so photos there would be gone from sight. Choose another folder.`
}

async function writeObjection(directory: string): Promise<string | null> {
  try {
    await access(directory, constants.W_OK | constants.X_OK)
    return null
  } catch (error) {
    return codeOf(error) === 'EROFS'
      ? `The disk with ${directory} can only be read. Choose another, or make it writable.`
      : `Winnow is not allowed to write to ${directory}. Change its permissions or choose another folder.`
  }
}

function refused(targetPath: string, obstacle: string): CheckedTarget {
  return { targetPath, exists: false, inLibrary: false, freeBytes: null, deviceId: null, obstacle }
}

/** A path that was typed may end with a separator; only a root must. */
function withoutEnd(path: string): string {
  return path.length > 1 && /[/\\]$/.test(path) && dirname(path) !== path ? path.slice(0, -1) : path
}
