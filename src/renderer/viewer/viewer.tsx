import { type ReactNode, useState } from 'react'
import { useView } from '../state/view-store.ts'
import { ViewerSheet } from './viewer-sheet.tsx'

/** One photo, large, over the gallery. It stays a moment longer than it is open, to go back to its tile. */
export function Viewer(): ReactNode {
  const openPhotoId = useView((view) => view.openPhotoId)
  const [shownId, setShownId] = useState(openPhotoId)
  if (openPhotoId !== null && openPhotoId !== shownId) setShownId(openPhotoId)
  if (shownId === null) return null
  return <ViewerSheet photoId={shownId} leaving={openPhotoId === null} onLeft={() => setShownId(null)} />
}
