import { PanelLeftOpen } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { IconButton } from '../controls/icon-button.tsx'
import { PortalPlace } from '../controls/portal-place.ts'
import { useFirstRun } from '../first-run/use-first-run.ts'
import { PreparationLine } from '../progress/preparation-line.tsx'
import { ProgressLine } from '../progress/progress-line.tsx'
import { useSettings } from '../settings/use-settings.ts'
import { SortLine } from '../sort-runs/sort-line.tsx'
import { ResizeHandle } from './resize-handle.tsx'
import { SidebarRail } from './sidebar-rail.tsx'
import { useSidebar } from './sidebar-store.ts'
import { SidebarTrees } from './sidebar-trees.tsx'
import styles from './sidebar.module.css'
import { useSidebarMode } from './use-sidebar-mode.ts'

const usualWidthPx = 240

/** Where a person can go. Beside the photos where there is room, as icons or a sheet where there isn't. */
export function Sidebar(): ReactNode {
  const mode = useSidebarMode()
  const { sheetOpen, openSheet } = useSidebar()
  const widthPx = useSettings()?.sidebarWidthPx ?? usualWidthPx
  const firstRun = useFirstRun()
  const [nav, setNav] = useState<HTMLElement | null>(null)
  if (firstRun) return <div />
  if (mode === 'full') {
    return (
      <nav ref={setNav} className={styles.sidebar} style={{ width: widthPx }} aria-label="Places">
        <p className={styles.name}>Winnow</p>
        <PortalPlace value={nav}>
          <SidebarTrees onGone={() => undefined} />
          <SortLine />
          <PreparationLine />
          <ProgressLine />
        </PortalPlace>
        <ResizeHandle widthPx={widthPx} usualWidthPx={usualWidthPx} />
      </nav>
    )
  }
  return (
    <div className={styles.slot}>
      {mode === 'rail' && (
        <nav ref={setNav} className={styles.rail} aria-label="Places">
          <PortalPlace value={nav}>
            <IconButton label="Show the sidebar" tooltipSide="right" onClick={() => openSheet(true)}>
              <PanelLeftOpen />
            </IconButton>
            <SidebarRail />
            <SortLine compact />
            <PreparationLine compact />
            <ProgressLine compact />
          </PortalPlace>
        </nav>
      )}
      {sheetOpen && <Sheet onClose={() => openSheet(false)} />}
    </div>
  )
}

/** The whole sidebar above the photos. The browser's own dialog keeps the focus in it and gives it back. */
function Sheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null)
  useEffect(() => {
    if (dialog?.open === false) dialog.showModal()
    return () => dialog?.close()
  }, [dialog])
  return (
    <dialog
      ref={setDialog}
      className={styles.sheet}
      aria-label="Places"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <PortalPlace value={dialog}>
        <nav className={styles.sheetInside} aria-label="Places">
          <p className={styles.name}>Winnow</p>
          <SidebarTrees onGone={onClose} />
          <SortLine />
          <PreparationLine />
          <ProgressLine />
        </nav>
      </PortalPlace>
    </dialog>
  )
}
