import type { Suggestion } from '../../contract/search.ts'
import { useView } from '../state/view-store.ts'
import { showsPhotos } from '../state/view.ts'

/** Turns what was typed into the thing it meant: a chip, or the photo itself. */
export function chooseSuggestion(suggestion: Suggestion): void {
  const view = useView.getState()
  if (!showsPhotos(view.place)) view.go({ kind: 'all' })
  if (view.editing !== null) view.edit(null)
  const { categoryIds } = useView.getState().narrowing
  switch (suggestion.kind) {
    case 'category':
      view.narrow({ text: '', categoryIds: [...new Set([...categoryIds, suggestion.categoryId])] })
      break
    case 'folder':
      view.narrow({ text: '', folder: { folderId: suggestion.folderId, folderPath: suggestion.folderPath } })
      break
    case 'date':
      view.narrow({ text: '', dates: { fromMs: suggestion.fromMs, toMs: suggestion.toMs, label: suggestion.label } })
      break
    case 'file':
      view.openPhoto(suggestion.photoId)
      break
  }
}
