import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import type { SortProgress } from '../../contract/sorting.ts'
import { useDraft } from '../category-editor/draft-store.ts'
import { useChoiceEditor } from '../choices/choice-editor-store.ts'
import { attempt } from '../connection/attempt.ts'
import { library, useLibrary } from '../connection/library.tsx'
import { chooseFolders } from '../folders/add-folders.ts'
import { useChangeSettings, useSettings } from '../settings/use-settings.ts'
import { showRuns } from '../sort-runs/sort-runs-store.ts'
import { sortStage } from '../sort-runs/sort-words.ts'
import { useSortHere } from '../sort-runs/use-sort-here.ts'
import { categoryOf } from '../state/current-category.ts'
import { type CommandHandler, useCommands } from '../state/commands.ts'
import { useNotice } from '../state/notice-store.ts'
import { leaveSidePage, onSidePage, openSidePage } from '../state/side-page.ts'
import { targetIds, useSelection } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'
import { noNarrowing, type Place } from '../state/view.ts'

/** What the commands do that belong to no part of the window alone. */
export function useAppCommands(): void {
  const queries = useQueryClient()
  const settings = useSettings()
  const changeSettings = useChangeSettings()
  const sortHere = useSortHere()
  const history = useLibrary('history.state', {}).data
  // Until the library has said what there is, a key is not lost: it finds that out itself.
  const canUndo = history?.undoLabel !== null
  const canRedo = history?.redoLabel !== null

  useCommands({
    escape: {
      available: () => escapeStep() !== null,
      run: () => {
        switch (escapeStep()) {
          case 'panel':
            return view().show('none')
          case 'viewer':
            return view().openPhoto(null)
          case 'selection':
            return useSelection.getState().clear()
          case 'editor':
            return view().edit(null)
          case 'search':
            return view().clearNarrowing()
          case 'side-page':
            return leaveSidePage()
          case null:
        }
      },
    },
    tag: { available: () => targets().length > 0, run: () => view().show('tag-picker') },
    'edit-category': {
      available: () => currentCategory() !== null && view().editing === null,
      run: () => view().edit(currentCategory()),
    },
    'new-category': { run: () => view().edit('new') },
    'new-choice': { run: () => useChoiceEditor.getState().make([]) },
    'category-from-these': {
      available: () => targets().length > 0 && view().editing === null,
      run: () => {
        useDraft.getState().beginWith(targets())
        view().openPhoto(null)
        view().edit('new')
      },
    },
    inspector: { run: () => changeSettings({ inspectorOpen: settings?.inspectorOpen !== true }) },
    'more-like-this': {
      available: () => targets().length === 1,
      run: () => {
        view().openPhoto(null)
        view().edit(null)
        view().narrow({ ...noNarrowing, likePhotoId: targets()[0] ?? null })
      },
    },
    'go-all': goTo({ kind: 'all' }),
    'go-unsure': goTo({ kind: 'unsure' }),
    'go-untagged': goTo({ kind: 'untagged' }),
    'go-groups': goTo({ kind: 'groups' }),
    'go-problems': goTo({ kind: 'problems' }),
    'go-sort-runs': { run: showRuns },
    'go-models': { run: () => openSidePage({ kind: 'models' }) },
    'go-hardware': { run: () => openSidePage({ kind: 'hardware' }) },
    'sort-files': { available: () => view().place.kind !== 'sort' && view().editing === null, run: sortHere },
    undo: { available: () => canUndo, run: () => void stepBack('undo', queries) },
    redo: { available: () => canRedo, run: () => void stepBack('redo', queries) },
    'add-folder': { run: () => void chooseFolders() },
    progress: { run: () => view().show('progress') },
    settings: { run: () => view().show('settings') },
    palette: { run: () => view().show('palette') },
    keys: { run: () => view().show('keys') },
  })
}

const view = useView.getState

function goTo(place: Place): CommandHandler {
  return { run: () => view().go(place) }
}

/** What Esc closes or clears next: the topmost first. */
function escapeStep(): 'panel' | 'viewer' | 'selection' | 'editor' | 'search' | 'side-page' | null {
  const { panel, openPhotoId, editing, narrowing } = view()
  if (panel !== 'none') return 'panel'
  if (openPhotoId !== null) return 'viewer'
  if (useSelection.getState().selected.size > 0) return 'selection'
  if (editing !== null) return 'editor'
  if (narrowing !== noNarrowing) return 'search'
  return onSidePage() ? 'side-page' : null
}

/** The photo open in the viewer, else what is selected or has the keyboard. */
function targets(): readonly number[] {
  const { openPhotoId } = view()
  return openPhotoId === null ? targetIds(useSelection.getState()) : [openPhotoId]
}

function currentCategory(): number | null {
  const { place, narrowing } = view()
  return categoryOf(place, narrowing)
}

async function stepBack(step: 'undo' | 'redo', queries: QueryClient): Promise<void> {
  const done = await attempt(library[`history.${step}`]({}))
  if (done === undefined) return
  const { did, ...state } = done
  // At once: the next key may come before the library tells of the change.
  queries.setQueryData(['history.state', {}], state)
  if (did === null) return
  // The bands in the editor are what the person looks at; they are not to wait for their turn.
  void queries.refetchQueries({ queryKey: ['categories.preview'], type: 'active' })
  useNotice.getState().say(await stepWords(step, did))
}

/** Files are moved in the background: what is said of that must not sound as if it were over. */
async function stepWords(step: 'undo' | 'redo', did: string): Promise<string> {
  const doing = await sortStageOf(step === 'undo' ? 'undo' : 'apply').catch(() => null)
  if (doing !== null) return `${doing}: ${did}`
  return step === 'undo' ? `Undone: ${did}` : `Done again: ${did}`
}

/** What a sort that goes that way is doing now; null while there is none. */
async function sortStageOf(direction: SortProgress['direction']): Promise<string | null> {
  const progress = await library['sorting.progress']({})
  if (progress.state === 'idle' || progress.runId === null || progress.direction !== direction) return null
  const { run } = await library['sorting.run']({ runId: progress.runId, limit: 1 })
  return sortStage(progress, run.action)
}
