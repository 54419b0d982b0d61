import { type ReactNode, useEffect } from 'react'
import type { CategoryDraft } from '../../contract/categories.ts'
import type { Verdict } from '../../contract/primitives.ts'
import { sentenceOf } from '../connection/attempt.ts'
import { useSettings } from '../settings/use-settings.ts'
import { useSelection } from '../state/selection-store.ts'
import styles from './editor-frame.module.css'
import { PreviewGrid } from './preview-grid.tsx'
import { StrictnessField } from './strictness-field.tsx'
import { sureCountAt } from './sure-count.ts'
import { useEditorKeys } from './use-editor-keys.ts'
import { usePreview } from './use-preview.ts'

const number = new Intl.NumberFormat('en')

interface EditorFrameProps {
  readonly title: string
  /** What is asked about; null while there are no words yet. The same object as long as it says the same. */
  readonly asked: CategoryDraft | null
  readonly categoryId: number | null
  readonly strictness: number
  readonly onStrictness: (strictness: number) => void
  readonly onStrictnessSet: (strictness: number) => void
  readonly onDecide: ((photoIds: readonly number[], verdict: Verdict) => void) | null
  readonly onClose: () => void
  /** Ctrl or Command with Enter. */
  readonly onSubmit: () => void
  /** The fields above and below the slider, and the buttons. */
  readonly wording: ReactNode
  readonly looks: ReactNode
  readonly footer: ReactNode
}

/** Left the words and the slider, right what they find: the same for a category that is being made and for one that is there. */
export function EditorFrame(props: EditorFrameProps): ReactNode {
  const { strictness, categoryId } = props
  const keys = useEditorKeys({ onClose: props.onClose, onSubmit: props.onSubmit })
  useFreshSelection()
  const { preview, error, answeredStrictness } = usePreview(props.asked, categoryId)
  const rowHeightPx = useSettings()?.rowHeightPx ?? 160
  // Counted by the library where it has answered for just this; else, while the slider moves, from its eleven counts.
  const sureCount =
    preview === null
      ? null
      : answeredStrictness === strictness
        ? preview.sureCount
        : sureCountAt(preview.sureCountByStrictness, strictness)
  return (
    <section className={styles.editor} aria-label={props.title}>
      <div className={styles.side} ref={keys}>
        <div className={styles.fields}>
          <h1 className={styles.title}>{props.title}</h1>
          <div className={styles.group}>{props.wording}</div>
          <StrictnessField
            strictness={strictness}
            sureCount={sureCount}
            onChange={props.onStrictness}
            onCommit={props.onStrictnessSet}
          />
          {preview?.notice !== null && preview?.notice !== undefined && (
            <p className={styles.notice}>{preview.notice}</p>
          )}
          <div className={styles.group}>{props.looks}</div>
        </div>
        <div className={styles.footer}>{props.footer}</div>
      </div>
      <div className={styles.result}>
        <p className="visually-hidden" role="status">
          {sureCount !== null && `${number.format(sureCount)} photos`}
        </p>
        {preview === null ? (
          <Empty>{error === null ? whatIsNext(props.asked) : (sentenceOf(error) ?? '')}</Empty>
        ) : preview.ids.length === 0 ? (
          <Empty>Nothing here looks like that. Try other words, or move the slider towards loose.</Empty>
        ) : (
          <PreviewGrid
            preview={preview}
            sureCount={sureCount ?? preview.sureCount}
            rowHeightPx={Math.min(rowHeightPx, 220)}
            onDecide={props.onDecide}
          />
        )}
      </div>
    </section>
  )
}

/** What was chosen in the gallery is out of sight here, and must not be answered about by Y or N. */
function useFreshSelection(): void {
  useEffect(() => {
    const { clear, focus } = useSelection.getState()
    clear()
    focus(null)
  }, [])
}

function whatIsNext(asked: CategoryDraft | null): string {
  return asked === null ? 'Type a name, and the photos that fit appear here.' : 'Looking…'
}

function Empty({ children }: { readonly children: string }): ReactNode {
  return <p className={styles.empty}>{children}</p>
}
