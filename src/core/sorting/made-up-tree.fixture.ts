import { mediaKind } from '../scan/media-kind.ts'
import { findCompanions } from './find-companions.ts'
import { foldPath } from './fold-path.ts'
import type { SortInput } from './plan-sort.ts'
import { plannedDirectories } from './planned-directories.ts'
import type { LibraryPlace, PathLimits, SortFile, TargetDirectory, TargetEntry } from './sort-facts.ts'
import type { SortPlan } from './sort-plan.ts'
import type { SortAction, SortEdits, SortRules } from './sort-rules.ts'

export const root = '/photos'
export const targetPath = '/photos/sorted'

/** A file of a tree in memory, with what the library knows of it. Moves keep the facts; copies have those of the original. */
export interface ModelFile {
  readonly content: number
  readonly sizeBytes: number
  readonly takenAtMs: number
  readonly camera: string | null
  readonly tags: SortFile['tags']
  readonly cameFrom: LibraryPlace | null
}

/** By absolute path. */
export type Tree = ReadonlyMap<string, ModelFile>

const names: SortInput['names'] = {
  categories: new Map([
    [1, { name: 'Animals', parentId: null }],
    [2, { name: 'Dog', parentId: 1 }],
    [3, { name: 'animals', parentId: null }],
    [4, { name: 'Cats/Dogs: CON', parentId: null }],
    [5, { name: 'a.jpg', parentId: null }],
  ]),
  choices: new Map([[1, [2, 3]]]),
  folders: new Map([[1, 'photos']]),
}

export interface Scene {
  readonly tree: Tree
  readonly rules: SortRules
  readonly edits: SortEdits
  readonly action: SortAction
  readonly limits: PathLimits
}

export function split(path: string): { readonly directory: string; readonly name: string } {
  const slash = path.lastIndexOf('/')
  return { directory: path.slice(0, slash), name: path.slice(slash + 1) }
}

/** What the library would tell of a tree; ids go by path, so that they are the same for the same tree. */
function filesOf(tree: Tree, ids: ReadonlyMap<string, number>): SortFile[] {
  const byDirectory = new Map<string, string[]>()
  for (const path of tree.keys()) {
    const { directory, name } = split(path)
    byDirectory.set(directory, [...(byDirectory.get(directory) ?? []), name])
  }
  return [...byDirectory].flatMap(([directory, all]) => {
    const companions = findCompanions(all)
    const owned = new Set([...companions.values()].flat())
    const facts = (name: string) => {
      const path = `${directory}/${name}`
      const file = tree.get(path)!
      return { ...file, name, fileId: ids.get(path)!, photoId: null, mtimeMs: 1, contentHash: String(file.content) }
    }
    return all
      .filter((name) => mediaKind(name) !== null && !owned.has(name))
      .map((name) => ({
        ...facts(name),
        directory,
        rating: null,
        place: { folderId: 1, path: directory.slice(root.length + 1) },
        companions: (companions.get(name) ?? []).map(facts),
      }))
  })
}

function targetOf(tree: Tree, input: Parameters<typeof plannedDirectories>[0]): SortInput['target'] {
  const target = new Map<string, TargetDirectory>()
  for (const planned of plannedDirectories(input)) {
    const key = foldPath(planned)
    const entries = new Map<string, TargetEntry>()
    let spelled: string | null = null
    for (const [path, file] of [...tree].sort()) {
      if (!path.startsWith(`${targetPath}/`)) continue
      const parts = path.slice(targetPath.length + 1).split('/')
      const depth = planned === '' ? 0 : planned.split('/').length
      if (foldPath(parts.slice(0, depth).join('/')) !== key || parts.length <= depth) continue
      spelled ??= parts.slice(0, depth).join('/')
      const isFile = parts.length === depth + 1
      entries.set(parts[depth]!, {
        name: parts[depth]!,
        kind: isFile ? 'file' : 'directory',
        sizeBytes: isFile ? file.sizeBytes : 0,
        contentHash: isFile ? String(file.content) : null,
      })
    }
    if (spelled !== null) target.set(key, { path: spelled, entries: [...entries.values()], leadsOutside: false })
  }
  return target
}

export function inputOf({ tree, rules, edits, action, limits }: Scene, ids = idsOf(tree)): SortInput {
  const before = { files: filesOf(tree, ids), rules, names, edits, action, targetPath, limits }
  return { ...before, target: targetOf(tree, before) }
}

function idsOf(tree: Tree): ReadonlyMap<string, number> {
  return new Map([...tree.keys()].sort().map((path, index) => [path, index + 1]))
}

/** The tree after the plan was done. Fails where something would be overwritten. */
export function applyTo(
  tree: Tree,
  plan: SortPlan,
): { readonly tree: Tree; readonly ids: ReadonlyMap<string, number> } {
  const after = new Map(tree)
  const before = idsOf(tree)
  const ids = new Map(before)
  let nextId = 1000
  for (const item of plan.items.filter(({ status }) => status === 'go')) {
    const place = { folderId: 1, path: item.fromDirectory.slice(root.length + 1) }
    for (const { fromName, toName } of item.members) {
      const from = `${item.fromDirectory}/${fromName}`
      const to = [targetPath, ...(item.toDirectory === '' ? [] : [item.toDirectory]), toName].join('/')
      const file = tree.get(from)!
      if (after.has(to)) throw new Error(`${to} would be overwritten.`)
      after.set(to, { ...file, cameFrom: file.cameFrom ?? place })
      if (plan.action === 'move') {
        after.delete(from)
        ids.set(to, before.get(from)!)
      } else ids.set(to, nextId++)
    }
  }
  return { tree: after, ids }
}
