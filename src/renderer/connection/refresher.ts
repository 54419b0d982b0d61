interface Pace {
  /** A refresh is under way. */
  running: boolean
  /** Something became stale while one was: what it brings may be old already. */
  again: boolean
  timer: ReturnType<typeof setTimeout> | undefined
  /** No sooner than this may the next one begin. */
  restUntilMs: number
}

/** Re-reading takes at most about a tenth of the time: after a refresh comes a rest of so many times what it took. */
const restPerWork = 9

/**
 * Decides when stale answers are read again. While Winnow indexes, facts arrive four times a second, and a list of
 * 100,000 photos takes longer than that to read: each kind is refreshed at once, then rests in proportion to what that
 * cost, and never begins again before it has ended. The last fact is never lost.
 *
 * @param refresh reads everything of a kind that is shown; resolves when it is there, and never rejects
 */
export function createRefresher<Kind>(refresh: (kind: Kind) => Promise<void>): (kind: Kind) => void {
  const paces = new Map<Kind, Pace>()

  const run = async (kind: Kind, pace: Pace): Promise<void> => {
    pace.timer = undefined
    pace.running = true
    pace.again = false
    const beganMs = performance.now()
    await refresh(kind)
    const endedMs = performance.now()
    pace.running = false
    pace.restUntilMs = endedMs + (endedMs - beganMs) * restPerWork
    if (pace.again) schedule(kind, pace)
  }

  const schedule = (kind: Kind, pace: Pace): void => {
    pace.timer ??= setTimeout(() => void run(kind, pace), Math.max(0, pace.restUntilMs - performance.now()))
  }

  return (kind) => {
    const pace = paces.get(kind) ?? { running: false, again: false, timer: undefined, restUntilMs: 0 }
    paces.set(kind, pace)
    if (pace.running) pace.again = true
    else schedule(kind, pace)
  }
}
