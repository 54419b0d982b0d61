import type { PlannedFolder } from '../../contract/sorting.ts'

/** One line of the tree of planned folders. */
export interface TreeRow {
  readonly folder: PlannedFolder
  /** The last part of its path; for the target itself, its own name. */
  readonly name: string
  /** From 1. */
  readonly level: number
  /** Null where nothing is below it. */
  readonly expanded: boolean | null
  /** From 1, among its siblings. */
  readonly position: number
  readonly siblingCount: number
}

/** With more rows than this only the outermost folders are open at first. */
const mostOpenAtFirst = 60

/** Which folders are open before a person opens or closes any. */
export function isOpenAtFirst(path: string, folderCount: number): boolean {
  return path === '' || folderCount <= mostOpenAtFirst
}

/** The folder that a path lies in; null for the target. */
export function parentPath(path: string): string | null {
  if (path === '') return null
  const slash = path.lastIndexOf('/')
  return slash === -1 ? '' : path.slice(0, slash)
}

/**
 * The tree from top to bottom, without what lies in closed folders. The target is the root of all.
 * @param toggled paths that are open where they would be closed at first, or the other way round
 */
export function treeRows(
  folders: readonly PlannedFolder[],
  targetName: string,
  toggled: ReadonlySet<string>,
): readonly TreeRow[] {
  const children = Map.groupBy(
    folders.filter(({ path }) => path !== ''),
    ({ path }) => parentPath(path) ?? '',
  )
  const rows: TreeRow[] = []
  const add = (folder: PlannedFolder, level: number, position: number, siblingCount: number): void => {
    const below = children.get(folder.path) ?? []
    const open = isOpenAtFirst(folder.path, folders.length) !== toggled.has(folder.path)
    const name =
      folder.path === '' ? targetName : folder.path.slice((parentPath(folder.path) ?? '').length).replace('/', '')
    rows.push({ folder, name, level, expanded: below.length === 0 ? null : open, position, siblingCount })
    if (open) below.forEach((child, index) => add(child, level + 1, index + 1, below.length))
  }
  const root = folders.find(({ path }) => path === '')
  if (root !== undefined) add(root, 1, 1, 1)
  else (children.get('') ?? []).forEach((child, index, all) => add(child, 1, index + 1, all.length))
  return rows
}

export type TreeStep =
  | { readonly kind: 'focus'; readonly index: number }
  | { readonly kind: 'toggle'; readonly path: string }

/** What an arrow key does in the tree, by the ARIA pattern; null for a key that does nothing here. */
export function treeStep(rows: readonly TreeRow[], index: number, key: string): TreeStep | null {
  const row = rows[index]
  if (row === undefined) return null
  const to = (next: number): TreeStep => ({ kind: 'focus', index: Math.max(0, Math.min(rows.length - 1, next)) })
  switch (key) {
    case 'ArrowDown':
      return to(index + 1)
    case 'ArrowUp':
      return to(index - 1)
    case 'PageDown':
      return to(index + 10)
    case 'PageUp':
      return to(index - 10)
    case 'Home':
      return to(0)
    case 'End':
      return to(rows.length - 1)
    case 'ArrowRight':
      if (row.expanded === null) return null
      return row.expanded ? to(index + 1) : { kind: 'toggle', path: row.folder.path }
    case 'ArrowLeft': {
      if (row.expanded === true) return { kind: 'toggle', path: row.folder.path }
      const parent = rows.slice(0, index).findLastIndex(({ level }) => level < row.level)
      return parent === -1 ? null : to(parent)
    }
    default:
      return null
  }
}
