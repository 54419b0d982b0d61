import { type ReactNode, useRef } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { useCommands } from '../state/commands.ts'
import { useCurrentCategory } from '../state/current-category.ts'
import { ExportDialog } from './export-dialog.tsx'
import { importFile } from './import-file.ts'
import { ImportedDialog } from './imported-dialog.tsx'
import { useSharing } from './sharing-store.ts'

const nothing: readonly never[] = []

/** Taking categories along and in: the commands, and what they ask or tell. */
export function Sharing(): ReactNode {
  const { exporting, imported, askExport, close } = useSharing()
  const categories = useLibrary('categories.list', {}).data?.categories ?? nothing
  const current = useCurrentCategory()
  const picker = useRef<HTMLInputElement>(null)
  const ownIds = categories.filter(({ origin }) => origin === 'own').map(({ categoryId }) => categoryId)
  useCommands({
    'import-categories': { run: () => picker.current?.click() },
    'export-category': {
      available: () => current !== null,
      run: () => {
        if (current !== null) askExport([current])
      },
    },
    'export-categories': { available: () => ownIds.length > 0, run: () => askExport(ownIds) },
  })
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="File with categories"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          // The same file may be chosen again.
          event.currentTarget.value = ''
          if (file !== undefined) void importFile(file)
        }}
      />
      {exporting !== null && (
        <ExportDialog
          categories={categories.filter(({ categoryId }) => exporting.includes(categoryId))}
          onClose={close}
        />
      )}
      {imported !== null && <ImportedDialog imported={imported} onClose={close} />}
    </>
  )
}
