import { Check, CircleQuestionMark, Info, Minus, ScanSearch, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PhotoDetails } from '../../contract/photos.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { momentName } from '../photos/photo-date.ts'
import { useSettings } from '../settings/use-settings.ts'
import { runCommand } from '../state/commands.ts'
import { useView } from '../state/view-store.ts'
import styles from './viewer-bar.module.css'

interface ViewerBarProps {
  /** Undefined for the moment until the library has answered. */
  readonly details: PhotoDetails | undefined
  readonly categoryId: number | null
  readonly index: number
  readonly total: number
}

/** When the photo was taken, where it stands in the list, and what can be done with it. */
export function ViewerBar({ details, categoryId, index, total }: ViewerBarProps): ReactNode {
  const inspectorOpen = useSettings()?.inspectorOpen ?? false
  const saidYes = details?.tags.some((tag) => tag.categoryId === categoryId && tag.saidBy === 'you') ?? false
  const saidNo = details?.saidNo.some((category) => category.categoryId === categoryId) ?? false
  return (
    <header className={styles.bar}>
      <IconButton label="Close" keys="Escape" onClick={() => useView.getState().openPhoto(null)}>
        <X />
      </IconButton>
      <h1 className={styles.title}>{details === undefined ? ' ' : momentName(details.takenAtMs)}</h1>
      {index !== -1 && (
        <span className={styles.position}>
          {(index + 1).toLocaleString('en')} of {total.toLocaleString('en')}
        </span>
      )}
      {categoryId !== null && (
        <>
          <IconButton label="Yes, it belongs here" keys="Y" pressed={saidYes} onClick={() => runCommand('say-yes')}>
            <Check />
          </IconButton>
          <IconButton label="No, it does not" keys="N" pressed={saidNo} onClick={() => runCommand('say-no')}>
            <Minus />
          </IconButton>
          <IconButton label="Why is it here?" keys="W" data-why="" onClick={() => runCommand('why')}>
            <CircleQuestionMark />
          </IconButton>
        </>
      )}
      <IconButton label="More like this" keys="S" onClick={() => runCommand('more-like-this')}>
        <ScanSearch />
      </IconButton>
      <IconButton label="Details" keys="I" pressed={inspectorOpen} onClick={() => runCommand('inspector')}>
        <Info />
      </IconButton>
    </header>
  )
}
