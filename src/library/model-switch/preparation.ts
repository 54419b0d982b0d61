import { createRateWindow } from '../../core/progress/rate-window.ts'
import type { ModelState } from '../../contract/models.ts'

type Preparing = Extract<ModelState, { kind: 'preparing' }>

/** How far the preparation of a model is, in numbers and words. */
export interface Preparation {
  state(): Preparing
  /** A stage begins, or its numbers are counted anew. */
  enter(stage: Preparing['stage'], done: number, total: number): void
  add(count: number): void
  set(state: Preparing['state'], notice: string | null): void
  /** Said while nothing else is: what is not looked at for now. */
  leave(notice: string | null): void
}

const rateWindowMs = 10_000

export function createPreparation(onChanged: () => void): Preparation {
  const rate = createRateWindow(rateWindowMs)
  let stage: Preparing['stage'] = 'photos'
  let state: Preparing['state'] = 'running'
  let notice: string | null = null
  let left: string | null = null
  let done = 0
  let total = 0

  return {
    state() {
      const nowMs = performance.now()
      const isRunning = state === 'running'
      return {
        kind: 'preparing',
        stage,
        state,
        done,
        total,
        photosPerSecond: isRunning && stage === 'photos' ? rate.perSecond(nowMs) : 0,
        secondsLeft: isRunning ? rate.secondsLeft(total - done, nowMs) : null,
        notice: notice ?? left,
      }
    },
    enter(next, nowDone, nowTotal) {
      if (next !== stage) rate.reset()
      else if (nowDone > done) rate.add(nowDone - done, performance.now())
      stage = next
      done = Math.min(nowDone, nowTotal)
      total = nowTotal
      onChanged()
    },
    add(count) {
      done += count
      total = Math.max(total, done)
      rate.add(count, performance.now())
      onChanged()
    },
    set(next, saying) {
      if (next === state && saying === notice) return
      if (next !== 'running') rate.reset()
      state = next
      notice = saying
      onChanged()
    },
    leave(saying) {
      left = saying
      onChanged()
    },
  }
}
