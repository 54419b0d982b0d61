import type { ModelState } from '../../contract/models.ts'
import { sizeText } from '../../core/words/size-text.ts'
import { speed, timeLeft } from '../progress/describe-progress.ts'
import { countWords } from './speed-words.ts'

type Preparing = Extract<ModelState, { readonly kind: 'preparing' }>

const stages = {
  photos: 'Looking at your photos',
  words: 'Reading the words of your categories',
  tags: 'Finding tags',
} as const

/** What is being done with a model that gets ready, in words. */
export function preparingStage({ stage, state }: Pick<Preparing, 'stage' | 'state'>): string {
  if (state === 'paused') return 'Paused'
  return state === 'waiting' ? 'Waiting' : stages[stage]
}

/** "1,204 of 8,310 photos", "21/s", "6 min left". */
export function preparingParts(state: Preparing): readonly string[] {
  const counts = `${countWords(state.done)} of ${countWords(state.total)}${state.stage === 'photos' ? ' photos' : ''}`
  if (state.state !== 'running') return [counts]
  return [counts, speed(state.photosPerSecond), timeLeft(state.secondsLeft)].filter((part) => part !== null)
}

/** "184 MB of 302 MB", "4.1 MB/s", "2 min left" */
export function downloadParts(
  state: Extract<ModelState, { readonly kind: 'downloading' | 'paused' | 'failed' }>,
): readonly string[] {
  const amounts = `${sizeText(state.doneBytes)} of ${sizeText(state.totalBytes)}`
  if (state.kind === 'paused') return ['Paused', amounts]
  if (state.kind === 'failed') return [amounts]
  const pace = state.bytesPerSecond > 0 ? `${sizeText(Math.round(state.bytesPerSecond))}/s` : null
  return [amounts, pace, timeLeft(state.secondsLeft)].filter((part) => part !== null)
}

/** What is said aloud when a model comes into this state; null where numbers only move on, or there is nothing to say. */
export function spokenState(name: string, state: ModelState): string | null {
  switch (state.kind) {
    case 'downloading':
      return `${name} is being downloaded`
    case 'paused':
      return `The download of ${name} is paused`
    case 'checking':
      return `${name} is being checked`
    case 'failed':
      return `The download of ${name} stopped. ${state.message}`
    case 'installed':
      return `${name} can be used`
    case 'preparing':
      return `${preparingStage(state)} with ${name}`
    case 'active':
      return `${name} is in use`
    case 'broken':
      return `${name} can’t be used. ${state.message}`
    case 'available':
      return null
  }
}
