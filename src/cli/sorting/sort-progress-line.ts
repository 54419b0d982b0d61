import type { SortProgress } from '../../contract/sorting.ts'
import { bar } from '../bar.ts'
import { count, timeLeft } from '../text-table.ts'
import { sizeText } from '../../core/words/size-text.ts'

/** One line for a terminal of `columns` characters: `██████░░ 120 of 204 files · 310 MB of 1.2 GB · 61/s · 2 s left`. */
export function sortProgressLine(progress: SortProgress, columns: number): string {
  const { done, total, doneBytes, totalBytes, filesPerSecond, secondsLeft, problemCount, notice } = progress
  const facts = [
    `${count(done)} of ${count(total)} files`,
    `${sizeText(doneBytes)} of ${sizeText(totalBytes)}`,
    filesPerSecond >= 1 ? `${Math.round(filesPerSecond)}/s` : '',
    timeLeft(secondsLeft),
    problemCount === 0 ? '' : `${count(problemCount)} left where they are`,
    notice ?? '',
  ].filter((fact) => fact !== '')
  return `${bar(done, total)} ${facts.join(' · ')}`.slice(0, Math.max(0, columns - 1))
}
