import type { Progress } from '../../contract/indexing.ts'

const number = new Intl.NumberFormat('en')

const stageNames: Readonly<Record<Progress['stage'], string>> = {
  none: 'Up to date',
  scanning: 'Looking through folders',
  reading: 'Reading photos',
  tagging: 'Finding tags',
}

/** What is going on, in two or three words. */
export function stageName(progress: Pick<Progress, 'state' | 'stage'>): string {
  if (progress.state === 'paused') return 'Paused'
  if (progress.state === 'waiting') return 'Waiting'
  return stageNames[progress.stage]
}

/** "less than a minute left", "2 min left", "1 h 20 min left"; null while it can't be said honestly. */
export function timeLeft(secondsLeft: number | null): string | null {
  if (secondsLeft === null) return null
  if (secondsLeft < 50) return 'less than a minute left'
  const minutes = Math.round(secondsLeft / 60)
  if (minutes < 60) return `${minutes} min left`
  // Nobody plans by the minute when hours are left.
  const rounded = Math.round(minutes / 10) * 10
  const rest = rounded % 60
  return `${Math.floor(rounded / 60)} h${rest === 0 ? '' : ` ${rest} min`} left`
}

/** "61/s", "0.8/s"; null while nothing moves. */
export function speed(photosPerSecond: number): string | null {
  if (photosPerSecond <= 0) return null
  return `${number.format(photosPerSecond < 3 ? Math.round(photosPerSecond * 10) / 10 : Math.round(photosPerSecond))}/s`
}

/** The parts of the one quiet line, the one that is given up first where there is no room in the middle. */
export function progressParts(progress: Progress): readonly string[] {
  if (progress.state === 'idle') return ['Everything is up to date']
  if (progress.stage === 'scanning' && progress.total === 0) return ['Looking through folders']
  const counts = `${number.format(progress.done)} of ${number.format(progress.total)}`
  if (progress.state === 'paused') return [counts, 'paused']
  if (progress.state === 'waiting') return [counts, 'waiting']
  return [counts, speed(progress.photosPerSecond), timeLeft(progress.secondsLeft)].filter((part) => part !== null)
}

/** "1,204 of 8,310 · 61/s · 2 min left" */
export function describeProgress(progress: Progress): string {
  return progressParts(progress).join(' · ')
}
