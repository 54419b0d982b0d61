import { useLibrary } from '../connection/library.tsx'
import { folderName } from '../search-bar/narrowing-chips.ts'
import { photosWords } from '../sorting/plan-words.ts'
import { useSorting } from '../sorting/sort-store.ts'
import { useSelection } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'

const nothing: readonly never[] = []

/** Opens the page that sorts files, for what is before the person: the open photo, the selection, the place, or everything. */
export function useSortHere(): () => void {
  const categories = useLibrary('categories.list', {}).data?.categories ?? nothing
  const folders = useLibrary('folders.list', {}).data?.folders ?? nothing
  return () => {
    const { place, openPhotoId } = useView.getState()
    const { selected } = useSelection.getState()
    const { openSort } = useSorting.getState()
    const photoIds = openPhotoId === null ? [...selected] : [openPhotoId]
    if (photoIds.length > 0) {
      openSort({ kind: 'photos', photoIds }, photosWords(photoIds.length))
      return
    }
    switch (place.kind) {
      case 'category': {
        const category = categories.find(({ categoryId }) => categoryId === place.categoryId)
        return openSort(place, category?.name ?? 'This category')
      }
      case 'folder':
        return openSort(place, folderName(place, folders))
      default:
        return openSort({ kind: 'library' }, 'All photos')
    }
  }
}
