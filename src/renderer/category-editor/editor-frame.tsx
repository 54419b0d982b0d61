import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { CategoryDraft } from '../../contract/categories.ts'
import type { Verdict } from '../../contract/primitives.ts'
import { sentenceOf } from '../connection/attempt.ts'
import { useFreshSelection } from './use-fresh-selection.ts'
import { useAim } from './aim.ts'
import { answerBands } from './bands.ts'
import { BandsView } from './bands-view.tsx'
import styles from './editor-frame.module.css'
import { ExamplesField, type ShownExample } from './examples-field.tsx'
import { MoreField } from './more-field.tsx'
import { nearestStep, precisionWords } from './precision-words.ts'
import { StrictnessField } from './strictness-field.tsx'
import { sureCountAt } from './sure-count.ts'
import { useEditorKeys } from './use-editor-keys.ts'
import { useMorePhotos } from './use-more-photos.ts'
import { usePictureDrop } from './use-picture-drop.ts'
import { usePreview } from './use-preview.ts'

const number = new Intl.NumberFormat('en')

interface EditorFrameProps {
  readonly title: string
  /** What is asked about; null while there are no words yet. The same object as long as it says the same. */
  readonly asked: CategoryDraft | null
  /** Null for one that is not stored yet. */
  readonly categoryId: number | null
  readonly strictness: number
  readonly onStrictness: (strictness: number) => void
  readonly onStrictnessSet: (strictness: number) => void
  /** What was answered since the bands were last asked for. */
  readonly verdictOf: (photoId: number) => Verdict | undefined
  readonly onAnswer: (photoIds: readonly number[], verdict: Verdict) => void
  /** The bands shown are the latest ones the library gave. */
  readonly onShown: () => void
  readonly examples: readonly ShownExample[]
  readonly onPictures: (files: readonly File[], verdict: 'yes' | 'no') => void
  readonly onRemoveExample: (key: string) => void
  readonly useHints: boolean
  readonly onUseHints: (useHints: boolean) => void
  readonly onClose: () => void
  /** Ctrl or Command with Enter. */
  readonly onSubmit: () => void
  /** The fields above the slider, those behind "More", and the buttons. */
  readonly wording: ReactNode
  readonly looks: ReactNode
  readonly footer: ReactNode
}

/** Left the words and the slider, right what they find: the same for a category that is being made and for one that is there. */
export function EditorFrame(props: EditorFrameProps): ReactNode {
  const { asked, strictness, categoryId, verdictOf, onShown } = props
  const keys = useEditorKeys({ onClose: props.onClose, onSubmit: props.onSubmit })
  useFreshSelection()
  const aim = useAim()
  const [editor, setEditor] = useState<HTMLElement | null>(null)
  const attach = useCallback(
    (element: HTMLElement | null) => {
      setEditor(element)
      return keys(element)
    },
    [keys],
  )
  const pictureOver = usePictureDrop(editor, props.onPictures)
  const questionKey = asked === null ? '' : JSON.stringify([asked.name, asked.words, asked.notWords])
  const { limit, atMost, showMore } = useMorePhotos(questionKey)
  const { preview, isLatest, error, answeredStrictness } = usePreview(asked, categoryId, limit, aim.isOn)
  const bands = useMemo(() => (preview === null ? null : answerBands(preview.bands, verdictOf)), [preview, verdictOf])
  useEffect(() => {
    if (isLatest && preview !== null) onShown()
  }, [isLatest, preview, onShown])

  // Counted by the library where it has answered for just this; else, while the slider moves, from its eleven counts.
  const sureCount =
    preview === null || bands === null
      ? null
      : answeredStrictness === strictness
        ? bands.sure.count
        : sureCountAt(preview.sureCountByStrictness, strictness)
  const precision =
    preview === null ? '' : precisionWords(nearestStep(preview.precisionByStrictness, strictness) ?? null)
  const notice = preview?.notice ?? null
  return (
    <section ref={attach} className={styles.editor} aria-label={props.title} data-teaching>
      <div className={styles.side}>
        <div className={styles.fields}>
          <h1 className={styles.title}>{props.title}</h1>
          {props.wording}
          <StrictnessField
            strictness={strictness}
            sureCount={sureCount}
            precision={precision}
            onChange={props.onStrictness}
            onCommit={props.onStrictnessSet}
          />
          {/* Below the slider, which must not move away under whoever answers. */}
          {notice !== null && <p className={styles.notice}>{notice}</p>}
          <ExamplesField
            examples={props.examples}
            expectant={pictureOver !== null}
            onAdd={props.onPictures}
            onRemove={props.onRemoveExample}
          />
          <MoreField useHints={props.useHints} usedHints={preview?.usedHints ?? null} onUseHints={props.onUseHints}>
            {props.looks}
          </MoreField>
        </div>
        <div className={styles.footer}>{props.footer}</div>
      </div>
      <div className={styles.result}>
        <p className="visually-hidden" role="status">
          {sureCount !== null && `${number.format(sureCount)} photos`}
        </p>
        {preview === null || bands === null ? (
          <p className={styles.empty}>{error === null ? whatIsNext(asked) : (sentenceOf(error) ?? '')}</p>
        ) : (
          <BandsView
            bands={bands}
            sureCount={sureCount ?? bands.sure.count}
            yesCount={preview.yesCount}
            noCount={preview.noCount}
            questionKey={questionKey}
            categoryId={categoryId}
            aim={aim}
            pictureOver={pictureOver}
            onAnswer={props.onAnswer}
            onNearEnd={showMore}
            atMost={atMost}
          />
        )}
      </div>
    </section>
  )
}

function whatIsNext(asked: CategoryDraft | null): string {
  return asked === null ? 'Type a name, and the photos that fit appear here.' : 'Looking…'
}
