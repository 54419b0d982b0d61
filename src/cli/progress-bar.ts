import type { Progress } from '../contract/indexing.ts'
import { bar } from './bar.ts'
import { count, timeLeft } from './text-table.ts'

/** One line for a terminal of `columns` characters: `██████▌    1,204 of 8,310 · 61/s · 2 min left`. */
export function progressLine(progress: Progress, columns: number): string {
  const { done, total, photosPerSecond, secondsLeft, stage, notice } = progress
  const facts = [
    stage === 'scanning' ? `looking for photos, ${count(total)} found` : `${count(done)} of ${count(total)}`,
    photosPerSecond >= 1 ? `${Math.round(photosPerSecond)}/s` : '',
    timeLeft(secondsLeft),
    notice ?? '',
  ].filter((fact) => fact !== '')
  return `${bar(done, total)} ${facts.join(' · ')}`.slice(0, Math.max(0, columns - 1))
}
