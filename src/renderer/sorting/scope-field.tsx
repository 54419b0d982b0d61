import { type ReactNode, useId } from 'react'
import type { SortScope } from '../../contract/sorting.ts'
import { useLibrary } from '../connection/library.tsx'
import { useSelection } from '../state/selection-store.ts'
import { FolderOptions } from './folder-options.tsx'
import { photosWords } from './plan-words.ts'
import { scopeOfValue, scopeValue } from './scope-value.ts'
import styles from './setup-form.module.css'
import type { SortDraft } from './sort-draft.ts'
import { useSorting } from './sort-store.ts'

/** Which photos are sorted. */
export function ScopeField({ draft }: { readonly draft: SortDraft }): ReactNode {
  const id = useId()
  const categories = useLibrary('categories.list', {}).data?.categories ?? []
  const folders = useLibrary('folders.list', {}).data?.folders ?? []
  const selected = useSelection((selection) => selection.selected)
  const chooseScope = useSorting((sorting) => sorting.chooseScope)
  const { scope, scopeWords } = draft
  const photos: Extract<SortScope, { kind: 'photos' }> | null =
    scope.kind === 'photos' ? scope : selected.size > 0 ? { kind: 'photos', photoIds: [...selected] } : null
  const photosLabel = photos === null ? '' : `The ${photosWords(photos.photoIds.length)} selected`
  const offered = categories
    .filter(({ origin, shownCount, unsureCount }) => origin === 'own' || shownCount + unsureCount > 0)
    .toSorted((a, b) => Number(a.origin !== 'own') - Number(b.origin !== 'own') || a.name.localeCompare(b.name))
  const isListed = scope.kind !== 'category' || offered.some(({ categoryId }) => categoryId === scope.categoryId)

  const choose = (value: string, words: string): void => {
    const chosen = value === 'photos' ? photos : scopeOfValue(value)
    if (chosen !== null) chooseScope(chosen, words)
  }
  return (
    <div className={styles.group}>
      <label className={styles.label} htmlFor={id}>
        What
      </label>
      <select
        id={id}
        className={styles.select}
        value={scopeValue(scope)}
        onChange={({ currentTarget }) =>
          choose(currentTarget.value, currentTarget.selectedOptions[0]?.textContent ?? currentTarget.value)
        }
      >
        <option value="library">All photos</option>
        {photos !== null && <option value="photos">{photosLabel}</option>}
        {!isListed && <option value={scopeValue(scope)}>{scopeWords}</option>}
        <FolderOptions
          folders={folders}
          valueOf={(folderId, folderPath) => scopeValue({ kind: 'folder', folderId, folderPath })}
        />
        {offered.length > 0 && (
          <optgroup label="Categories">
            {offered.map(({ categoryId, name }) => (
              <option key={categoryId} value={scopeValue({ kind: 'category', categoryId })}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </div>
  )
}
