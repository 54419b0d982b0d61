import { largestCategoryFileBytes } from '../../contract/sharing.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { useNotice } from '../state/notice-store.ts'
import { useView } from '../state/view-store.ts'
import { importedWords } from './imported-words.ts'
import { useSharing } from './sharing-store.ts'

/** Whether a file that was dropped looks like one with categories. What it really is, the library says. */
export function isCategoryFile(file: Pick<File, 'name' | 'type'>): boolean {
  return file.type === 'application/json' || file.name.toLowerCase().endsWith('.json')
}

/** Takes categories from a file, says what came of it, and shows the first. */
export async function importFile(file: File): Promise<void> {
  if (file.size > largestCategoryFileBytes) {
    useNotice.getState().complain(`“${file.name}” is larger than 64 MB, which no file with categories is.`)
    return
  }
  const json = await attempt(textOf(file))
  if (json === undefined) return
  const fileName = file.name.slice(0, 300)
  const result = await attempt(library['categories.import']({ json, fileName }), ({ created, leftOut }) =>
    leftOut.length === 0 ? importedWords(created) : null,
  )
  if (result === undefined) return
  const [first] = result.created
  if (first !== undefined) useView.getState().go({ kind: 'category', categoryId: first.categoryId })
  if (result.leftOut.length > 0) useSharing.getState().showImported({ ...result, fileName })
}

async function textOf(file: File): Promise<string> {
  return await file.text()
}
