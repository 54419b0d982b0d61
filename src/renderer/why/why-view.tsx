import type { ReactNode } from 'react'
import type { Why } from '../../contract/teaching.ts'
import { NearestExamples } from './nearest-examples.tsx'
import { ScoreHistogram } from './score-histogram.tsx'
import { ShareBar } from './share-bar.tsx'
import { whySentence } from './why-sentence.ts'
import styles from './why-popover.module.css'

interface WhyViewProps {
  readonly why: Why
  readonly name: string
}

/** The reasons: a sentence, what counted how much, the examples most like it, and where it stands among all photos. */
export function WhyView({ why, name }: WhyViewProps): ReactNode {
  const taught = why.nearestYes.length + why.nearestNo.length > 0
  return (
    <>
      <p className={styles.sentence}>{whySentence(why, name)}</p>
      {taught && <ShareBar why={why} />}
      {why.nearestYes.length > 0 && <NearestExamples label="Nearest you said yes to" examples={why.nearestYes} />}
      {why.nearestNo.length > 0 && <NearestExamples label="Nearest you said no to" examples={why.nearestNo} />}
      <ScoreHistogram why={why} />
    </>
  )
}
