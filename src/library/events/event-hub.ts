import type { EventName, Events } from '../../contract/events.ts'
import type { EventHub } from '../context.ts'

/** Four announcements a second of each kind. */
const quietMs = 250
/** More ids than this are not worth naming: a client re-reads everything. */
const mostIds = 2000

type Listener = <N extends EventName>(name: N, payload: Events[N]) => void

/** Gathers facts and announces each kind at most four times a second; the last fact is never lost. */
export function createEventHub(): EventHub {
  const listeners = new Set<Listener>()
  /** What is still to be said, by kind. The latest payload says it all, but for photo ids, which add up. */
  const pending = new Map<EventName, () => void>()
  const timers = new Map<EventName, NodeJS.Timeout>()
  let photoIds: Set<number> | null = new Set()

  const deliver = <N extends EventName>(name: N, payload: Events[N]): void => {
    for (const listener of listeners) listener(name, payload)
  }

  const say = (name: EventName): void => {
    const tell = pending.get(name)
    pending.delete(name)
    tell?.()
  }

  const tick = (name: EventName): void => {
    if (!pending.has(name)) {
      timers.delete(name)
      return
    }
    timers.set(name, setTimeout(tick, quietMs, name))
    say(name)
  }

  // Never in the caller's own turn, which may be in the middle of a transaction.
  const plan = (name: EventName, tell: () => void): void => {
    pending.set(name, tell)
    if (!timers.has(name)) timers.set(name, setTimeout(tick, 0, name))
  }

  const photosChanged = (ids: Iterable<number> | null): void => {
    if (ids === null) photoIds = null
    else if (photoIds !== null) {
      for (const id of ids) photoIds.add(id)
      if (photoIds.size > mostIds) photoIds = null
      else if (photoIds.size === 0) return
    }
    plan('photos.changed', () => {
      const told = photoIds === null ? null : [...photoIds]
      photoIds = new Set()
      deliver('photos.changed', { photoIds: told })
    })
  }

  return {
    announce(name, payload) {
      if (name === 'photos.changed' && 'photoIds' in payload) photosChanged(payload.photoIds)
      else plan(name, () => deliver(name, payload))
    },
    photosChanged,
    onEvent(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      for (const name of pending.keys()) say(name)
      listeners.clear()
    },
  }
}
