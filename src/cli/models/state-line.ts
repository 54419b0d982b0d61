import type { ModelState } from '../../contract/models.ts'
import { bar } from '../bar.ts'
import { sizeText } from '../../core/words/size-text.ts'
import { count, timeLeft } from '../text-table.ts'

/** One line for a terminal of `columns` characters: `██████▌    120 MB of 608 MB · 12 MB/s · 41 s left`. */
export function stateLine(state: ModelState, columns: number): string {
  return lineOf(state).slice(0, Math.max(0, columns - 1))
}

function lineOf(state: ModelState): string {
  switch (state.kind) {
    case 'downloading': {
      const { doneBytes, totalBytes, bytesPerSecond, secondsLeft } = state
      return joined(bar(doneBytes, totalBytes), [
        `${sizeText(doneBytes)} of ${sizeText(totalBytes)}`,
        bytesPerSecond > 0 ? `${sizeText(bytesPerSecond)}/s` : '',
        timeLeft(secondsLeft),
      ])
    }
    case 'preparing': {
      const { done, total, photosPerSecond, secondsLeft, notice } = state
      return joined(bar(done, total), [
        `${count(done)} of ${count(total)} photos`,
        photosPerSecond >= 1 ? `${Math.round(photosPerSecond)}/s` : '',
        timeLeft(secondsLeft),
        notice ?? '',
      ])
    }
    case 'checking':
      return 'Checking and trying it …'
    default:
      return stateWords(state)
  }
}

function joined(start: string, facts: readonly string[]): string {
  return `${start} ${facts.filter((fact) => fact !== '').join(' · ')}`
}

/** A model's state in a word or two, for a table. */
export function stateWords(state: ModelState): string {
  switch (state.kind) {
    case 'available':
      return 'not here'
    case 'installed':
      return 'here'
    case 'active':
      return 'in use'
    case 'downloading':
      return `downloading, ${share(state.doneBytes, state.totalBytes)}`
    case 'paused':
      return `download paused, ${share(state.doneBytes, state.totalBytes)}`
    case 'failed':
      return 'download failed'
    case 'checking':
      return 'checking'
    case 'preparing':
      return `preparing, ${share(state.done, state.total)}`
    case 'broken':
      return 'broken'
  }
}

function share(done: number, total: number): string {
  return total === 0 ? '0 %' : `${Math.floor((100 * done) / total)} %`
}
