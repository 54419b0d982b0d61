import type { ReactNode } from 'react'
import { CategoryEditor } from '../category-editor/category-editor.tsx'
import { HistoryPanel } from '../category-history/history-panel.tsx'
import { ChoiceEditor } from '../choices/choice-editor.tsx'
import { TooltipProvider } from '../controls/tooltip.tsx'
import { Gallery } from '../gallery/gallery.tsx'
import { Groups } from '../groups/groups.tsx'
import { HardwarePage } from '../hardware/hardware-page.tsx'
import { ProviderWatch } from '../hardware/provider-watch.tsx'
import { Inspector } from '../inspector/inspector.tsx'
import { ModelWatch } from '../models/model-watch.tsx'
import { ModelsPage } from '../models/models-page.tsx'
import { Notices } from '../notices/notices.tsx'
import { Problems } from '../problems/problems.tsx'
import { useReview } from '../review/review-store.ts'
import { Review } from '../review/review.tsx'
import { SearchBar } from '../search-bar/search-bar.tsx'
import { Sharing } from '../sharing/sharing.tsx'
import { Sidebar } from '../sidebar/sidebar.tsx'
import { SortRuns } from '../sort-runs/sort-runs.tsx'
import { SortWatch } from '../sort-runs/sort-watch.tsx'
import { SortPage } from '../sorting/sort-page.tsx'
import { useView } from '../state/view-store.ts'
import { Viewer } from '../viewer/viewer.tsx'
import { WhyPopover } from '../why/why-popover.tsx'
import styles from './app.module.css'
import { DropZone } from './drop-zone.tsx'
import { Panels } from './panels.tsx'
import { useAppKeys } from './use-app-keys.ts'
import { useTheme } from './use-theme.ts'

/** The window: sidebar, search over gallery, inspector; viewer and panels above them. */
export function App(): ReactNode {
  useTheme()
  useAppKeys()
  const place = useView((view) => view.place)
  const editing = useView((view) => view.editing)
  const viewing = useView((view) => view.openPhotoId !== null)
  const reviewing = useReview((review) => review.asked !== null)
  return (
    <TooltipProvider>
      <div className={styles.window} inert={reviewing}>
        <div className={styles.photos}>
          {/* Behind the viewer everything keeps its place but takes no focus; the inspector stays in use. */}
          <div className={styles.behind} inert={viewing}>
            <Sidebar />
            <main className={styles.main}>
              <SearchBar />
              {editing !== null ? (
                <CategoryEditor target={editing} />
              ) : place.kind === 'problems' ? (
                <Problems />
              ) : place.kind === 'groups' ? (
                <Groups />
              ) : place.kind === 'sort' ? (
                <SortPage />
              ) : place.kind === 'sort-runs' ? (
                <SortRuns />
              ) : place.kind === 'models' ? (
                <ModelsPage />
              ) : place.kind === 'hardware' ? (
                <HardwarePage />
              ) : (
                <Gallery />
              )}
            </main>
          </div>
          <Viewer />
        </div>
        <Inspector />
      </div>
      <HistoryPanel />
      <Review />
      <WhyPopover />
      <Sharing />
      <SortWatch />
      <ModelWatch />
      <ProviderWatch />
      <Panels />
      <ChoiceEditor />
      <Notices />
      <DropZone />
    </TooltipProvider>
  )
}
