import { Info, Menu as MenuIcon } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useLibrary } from '../connection/library.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { PortalPlace } from '../controls/portal-place.ts'
import { useFirstRun } from '../first-run/use-first-run.ts'
import { useSettings } from '../settings/use-settings.ts'
import { useSidebar } from '../sidebar/sidebar-store.ts'
import { useSidebarMode } from '../sidebar/use-sidebar-mode.ts'
import { ReviewButton } from '../review/review-button.tsx'
import { EarlierSortsButton } from '../sort-runs/earlier-sorts-button.tsx'
import { runCommand } from '../state/commands.ts'
import { useView } from '../state/view-store.ts'
import { Filters } from './filters.tsx'
import { MoreMenu } from './more-menu.tsx'
import { narrowingChips } from './narrowing-chips.ts'
import { PlaceTitle } from './place-title.tsx'
import { SearchBox } from './search-box.tsx'
import styles from './search-bar.module.css'
import { SearchChips } from './search-chips.tsx'
import { firstPicture, searchByPicture } from './search-by-picture.ts'
import { usePhotoSize } from './use-photo-size.ts'

const nothing: readonly never[] = []

/** The top of the window: the one box, what narrows, where the person is and how much is there. */
export function SearchBar(): ReactNode {
  const narrowing = useView((view) => view.narrowing)
  const editing = useView((view) => view.editing)
  const categories = useLibrary('categories.list', {}).data?.categories ?? nothing
  const folders = useLibrary('folders.list', {}).data?.folders ?? nothing
  const inspectorOpen = useSettings()?.inspectorOpen ?? false
  const mode = useSidebarMode()
  const openSheet = useSidebar((sidebar) => sidebar.openSheet)
  const chips = useMemo(() => narrowingChips(narrowing, categories, folders), [narrowing, categories, folders])
  const [buttons, setButtons] = useState<HTMLElement | null>(null)
  usePastedPictures()
  usePhotoSize()
  if (useFirstRun()) return <div />
  return (
    <header className={styles.bar}>
      <div className={styles.top}>
        {mode === 'sheet' && (
          <IconButton label="Show the sidebar" onClick={() => openSheet(true)}>
            <MenuIcon />
          </IconButton>
        )}
        <SearchBox chips={chips} />
        <div ref={setButtons} className={styles.buttons}>
          <PortalPlace value={buttons}>
            <Filters categories={categories} folders={folders} active={chips.length > 0} />
            <IconButton label="Details" keys="I" pressed={inspectorOpen} onClick={() => runCommand('inspector')}>
              <Info />
            </IconButton>
            <MoreMenu />
          </PortalPlace>
        </div>
      </div>
      {editing === null && (
        <div className={styles.place}>
          <PlaceTitle categories={categories} folders={folders} />
          <SearchChips chips={chips} />
          <ReviewButton />
          <EarlierSortsButton />
        </div>
      )}
    </header>
  )
}

/** A picture pasted anywhere but into a text field is searched by. */
function usePastedPictures(): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const picture = event.defaultPrevented ? undefined : firstPicture(event.clipboardData?.files ?? [])
      if (picture === undefined) return
      event.preventDefault()
      void searchByPicture(picture)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}
