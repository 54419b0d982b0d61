import { claimFiles } from './claim-files.ts'
import type { FileGroup } from './claim-files.ts'
import { comparePaths } from './compare-text.ts'
import { compileRules } from './compile-rules.ts'
import { foldName, foldPath } from './fold-path.ts'
import { renderTemplate } from './render-template.ts'
import { retarget } from './retarget.ts'
import { routeFile } from './route-file.ts'
import type { Route } from './route-file.ts'
import { safeFolderName } from './safe-name.ts'
import type { PathLimits, SortFile, SortNames } from './sort-facts.ts'
import { relativeTo } from './target-path.ts'
import type { SortEdits, SortRules } from './sort-rules.ts'

/** What decides where files go, before anybody has looked at what is there. */
export interface BindInput {
  readonly files: readonly SortFile[]
  readonly rules: SortRules
  readonly names: SortNames
  readonly edits: SortEdits
  /** Absolute, as the operating system spells it. */
  readonly targetPath: string
  readonly limits: PathLimits
}

/** A file, what goes with it, and the folder it is bound for. */
export interface BoundGroup extends FileGroup {
  readonly route: Route
  /** Relative to the target; null where nothing wants it. Folders that some system holds to be one are spelled alike. */
  readonly directory: string | null
  readonly isExcluded: boolean
  /** It lies there already. */
  readonly isInPlace: boolean
}

/** All files by the folder they are bound for, then by where they are. Throws for rules that have a `rulesProblem`. */
export function bindFiles(input: BindInput): readonly BoundGroup[] {
  const { files, names, edits, targetPath } = input
  const { nameBytes } = input.limits
  const rules = compileRules(input.rules, names)
  const excluded = new Set(edits.excludedFileIds)
  const safeName = remembering((name: string) => safeFolderName(name, nameBytes))
  const retargeted = remembering((path: string) => retarget(path, edits.folders, nameBytes))
  const routed = claimFiles(files).map((group) => {
    const route = routeFile(group.file, rules)
    if (route.template === null) return { ...group, route, planned: null }
    const planned = renderTemplate(route.template, group.file, route.categoryId, names, safeName)
    return { ...group, route, planned: retargeted(planned) }
  })
  const spelled = oneSpelling(new Set(routed.flatMap(({ planned }) => (planned === null ? [] : [planned]))))
  const folded = remembering(foldPath)
  const bound = routed.map(({ file, companions, route, planned }): BoundGroup => {
    const directory = planned === null ? null : spelled(planned)
    const lies = relativeTo(targetPath, file.directory)
    return {
      file,
      companions,
      route,
      directory,
      isExcluded: excluded.has(file.fileId),
      isInPlace: directory !== null && lies !== null && folded(lies) === folded(directory),
    }
  })
  return byFolder(bound)
}

/** By the folder they are bound for, and as they were within one; those that nothing wants last. */
function byFolder(groups: readonly BoundGroup[]): readonly BoundGroup[] {
  const folders = new Map<string | null, BoundGroup[]>()
  for (const group of groups) {
    const known = folders.get(group.directory)
    if (known === undefined) folders.set(group.directory, [group])
    else known.push(group)
  }
  const paths = [...folders.keys()].filter((path) => path !== null).sort(comparePaths)
  return [...paths, null].flatMap((path) => folders.get(path) ?? [])
}

/** Of the spellings of a folder the first by its letters, so that "Cats" and "cats" are one folder on every system. */
function oneSpelling(paths: ReadonlySet<string>): (path: string) => string {
  const nameOf = new Map<string, string>()
  for (const path of paths) {
    let key = ''
    for (const name of path.split('/')) {
      key += `/${foldName(name)}`
      const known = nameOf.get(key)
      if (known === undefined || name < known) nameOf.set(key, name)
    }
  }
  return remembering((path: string) => {
    let key = ''
    return path
      .split('/')
      .map((name) => {
        key += `/${foldName(name)}`
        return nameOf.get(key) ?? name
      })
      .join('/')
  })
}

function remembering(compute: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    let result = known.get(text)
    if (result === undefined) {
      result = compute(text)
      known.set(text, result)
    }
    return result
  }
}
