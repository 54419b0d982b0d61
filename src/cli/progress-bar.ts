import type { Progress } from '../contract/indexing.ts'
import { count, timeLeft } from './text-table.ts'

const barCells = 24

/** One line for a terminal of `columns` characters: `██████▌    1,204 of 8,310 · 61/s · 2 min left`. */
export function progressLine(progress: Progress, columns: number): string {
  const { done, total, photosPerSecond, secondsLeft, stage, notice } = progress
  const share = total === 0 ? 0 : Math.min(1, done / total)
  const bar = '█'.repeat(Math.round(share * barCells)).padEnd(barCells, '░')
  const facts = [
    stage === 'scanning' ? `looking for photos, ${count(total)} found` : `${count(done)} of ${count(total)}`,
    photosPerSecond >= 1 ? `${Math.round(photosPerSecond)}/s` : '',
    timeLeft(secondsLeft),
    notice ?? '',
  ].filter((fact) => fact !== '')
  return `${bar} ${facts.join(' · ')}`.slice(0, Math.max(0, columns - 1))
}
