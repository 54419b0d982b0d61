import { Check, Layers, SkipForward, Undo2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { ColourDot } from '../controls/colour-dot.tsx'
import { Kbd } from '../controls/kbd.tsx'
import { lastGainWords } from './gain-words.ts'
import styles from './review-answers.module.css'
import type { ReviewSession } from './review-session.ts'

interface ReviewAnswersProps {
  readonly name: string
  readonly colour: string | null
  readonly alikeCount: number
  readonly asGrid: boolean
  /** Photos that an answer is for. */
  readonly chosenCount: number
  readonly session: ReviewSession
  readonly onAnswer: (verdict: 'yes' | 'no') => void
  readonly onSkip: () => void
  readonly onBack: () => void
  readonly onGrid: () => void
}

/** The question in words, its answers, and what the last one changed. */
export function ReviewAnswers(props: ReviewAnswersProps): ReactNode {
  const { name, colour, alikeCount, asGrid, chosenCount, session, onAnswer, onSkip, onBack, onGrid } = props
  const many = asGrid && chosenCount > 1
  const nobody = chosenCount === 0
  const last = session.past.at(-1)
  const gain = last === undefined ? null : lastGainWords(session.lastGain, last.photoIds.length)
  return (
    <div className={styles.answers}>
      <h1 className={styles.question}>
        {colour !== null && <ColourDot colour={colour} />}
        <span>
          {many ? 'Are these' : 'Is this'} <strong>{name}</strong>?
        </span>
      </h1>
      <div className={styles.buttons}>
        <AnswerButton tone="yes" keys="Y" disabled={nobody} onClick={() => onAnswer('yes')}>
          <Check aria-hidden />
          {many ? `Yes to all ${chosenCount}` : 'Yes'}
        </AnswerButton>
        <AnswerButton tone="no" keys="N" disabled={nobody} onClick={() => onAnswer('no')}>
          <X aria-hidden />
          {many ? `No to all ${chosenCount}` : 'No'}
        </AnswerButton>
        <AnswerButton tone="quiet" keys="S" onClick={onSkip}>
          <SkipForward aria-hidden />
          Skip
        </AnswerButton>
        <AnswerButton tone="quiet" keys="ArrowLeft" disabled={session.past.length === 0} onClick={onBack}>
          <Undo2 aria-hidden />
          Undo
        </AnswerButton>
      </div>
      <p className={styles.gain}>{gain}</p>
      {alikeCount > 0 && !asGrid && (
        <button type="button" className={styles.alike} aria-keyshortcuts="g" onClick={onGrid}>
          <Layers aria-hidden />
          {alikeCount === 1 ? '1 more much like it' : `${alikeCount} more much like it`}
        </button>
      )}
    </div>
  )
}

interface AnswerButtonProps {
  readonly tone: 'yes' | 'no' | 'quiet'
  readonly keys: string
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function AnswerButton({ tone, keys, disabled = false, onClick, children }: AnswerButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={styles.answer}
      data-tone={tone}
      disabled={disabled}
      aria-keyshortcuts={keys.toLowerCase()}
      onClick={onClick}
    >
      {children}
      <span aria-hidden className={styles.key}>
        <Kbd keys={keys} />
      </span>
    </button>
  )
}
