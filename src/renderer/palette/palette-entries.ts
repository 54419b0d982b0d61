import { type KeyBinding, keyBindings } from '../app/key-bindings.ts'
import type { Category } from '../../contract/categories.ts'
import type { Folder } from '../../contract/folders.ts'
import { foldWords } from '../../core/search/fold-text.ts'
import type { Place } from '../state/view.ts'

/** One line of the palette: something to do, or somewhere to go. */
export type PaletteEntry = {
  readonly key: string
  readonly label: string
  readonly kind: 'Command' | 'Category' | 'Folder'
} & ({ readonly command: KeyBinding } | { readonly place: Place; readonly colour: string | null })

const bindings: readonly KeyBinding[] = keyBindings
const mostEntries = 60

/** Commands that can be chosen, then categories that occur or are the person's own, then folders. */
export function paletteEntries(
  categories: readonly Category[],
  folders: readonly Folder[],
  available: (command: KeyBinding) => boolean,
): readonly PaletteEntry[] {
  const commands = bindings
    .filter((command) => command.keyOnly !== true && available(command))
    .map((command): PaletteEntry => ({ key: command.id, label: command.label, kind: 'Command', command }))
  const places = categories
    .filter(({ origin, shownCount }) => origin === 'own' || shownCount > 0)
    .map(({ categoryId, name, colour }): PaletteEntry => ({
      key: `category:${categoryId}`,
      label: name,
      kind: 'Category',
      place: { kind: 'category', categoryId },
      colour,
    }))
  return [...commands, ...places, ...folders.flatMap(folderEntries)]
}

/** Those that hold every word typed at the start of one of their own words, names that begin with it first. */
export function matchEntries(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const wanted = foldWords(typed)
  if (wanted.length === 0) return entries.filter(({ kind }) => kind === 'Command')
  return entries
    .map((entry) => ({ entry, words: foldWords(entry.label) }))
    .filter(({ words }) => wanted.every((part) => words.some((word) => word.startsWith(part))))
    .toSorted((a, b) => Number(beginsWith(b.words, wanted)) - Number(beginsWith(a.words, wanted)))
    .slice(0, mostEntries)
    .map(({ entry }) => entry)
}

function beginsWith(words: readonly string[], wanted: readonly string[]): boolean {
  return words.join(' ').startsWith(wanted.join(' '))
}

function folderEntries({ folderId, name, subfolders }: Folder): readonly PaletteEntry[] {
  return ['', ...subfolders.map(({ path }) => path)].map((folderPath) => ({
    key: `folder:${folderId}:${folderPath}`,
    label: folderPath === '' ? name : `${name}/${folderPath}`,
    kind: 'Folder',
    place: { kind: 'folder', folderId, folderPath },
    colour: null,
  }))
}
