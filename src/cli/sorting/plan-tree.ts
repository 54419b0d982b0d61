import type { PlannedFolder } from '../../contract/sorting.ts'
import { countOf, textTable } from '../text-table.ts'
import { sizeText } from '../../core/words/size-text.ts'

type TreeFolder = Pick<PlannedFolder, 'path' | 'fileCount' | 'sizeBytes' | 'exists'>

/** The folders of a plan, by path, as a tree below the target's name: a line each with how much goes to it or below it. */
export function planTree(targetName: string, folders: readonly TreeFolder[]): readonly string[] {
  const children = new Map<string, TreeFolder[]>()
  for (const folder of folders) {
    if (folder.path === '') continue
    const above = folder.path.slice(0, Math.max(0, folder.path.lastIndexOf('/')))
    children.set(above, [...(children.get(above) ?? []), folder])
  }
  const rows: (readonly string[])[] = []
  const add = (path: string, indent: string): void => {
    const below = children.get(path) ?? []
    for (const [i, folder] of below.entries()) {
      const isLast = i === below.length - 1
      const name = folder.path.slice(folder.path.lastIndexOf('/') + 1)
      rows.push([`${indent}${isLast ? '└─ ' : '├─ '}${name}`, ...facts(folder)])
      add(folder.path, `${indent}${isLast ? '   ' : '│  '}`)
    }
  }
  const root = folders.find(({ path }) => path === '')
  rows.push(root === undefined ? [targetName] : [targetName, ...facts(root)])
  add('', '')
  return textTable(rows)
}

function facts({ fileCount, sizeBytes, exists }: TreeFolder): readonly string[] {
  return [countOf(fileCount, 'file', 'files'), sizeText(sizeBytes), exists ? '' : 'new']
}
