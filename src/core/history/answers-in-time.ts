/** One answer as it was stored; `decisionId` rises with time. */
export interface StoredAnswer {
  readonly decisionId: number
  readonly photoId: number
  readonly verdict: 'yes' | 'no' | 'undecided'
  readonly decidedAtMs: number
  readonly source: 'person' | 'undo' | 'redo' | 'carried' | 'import'
}
export type StoredVerdict = StoredAnswer['verdict']

/** All answers about one category, by photo; append-only, so that any moment can be looked back to. */
export interface AnswersInTime {
  /** In the order they were stored. */
  readonly all: readonly StoredAnswer[]
  readonly ofPhoto: ReadonlyMap<number, readonly StoredAnswer[]>
}

/** @param answers in the order they were stored */
export function answersInTime(answers: readonly StoredAnswer[]): AnswersInTime {
  return { all: answers, ofPhoto: Map.groupBy(answers, ({ photoId }) => photoId) }
}

/** The answers with ids from `first` to `last`: those the person gave, or those that were carried. */
export function answersBetween(
  { all }: AnswersInTime,
  first: number,
  last: number,
  which: 'said' | 'carried',
): readonly StoredAnswer[] {
  const found: StoredAnswer[] = []
  for (let at = indexFrom(all, first); at < all.length && all[at]!.decisionId <= last; at++) {
    if ((all[at]!.source === 'carried') === (which === 'carried')) found.push(all[at]!)
  }
  return found
}

/**
 * What taking these answers back would say about their photos: what was said before each, unless it was answered again since.
 * Photos for which nothing would change are left out.
 */
export function withoutAnswers(
  { ofPhoto }: AnswersInTime,
  answers: readonly StoredAnswer[],
): ReadonlyMap<number, StoredVerdict> {
  const back = new Map<number, StoredVerdict>()
  const ids = new Set(answers.map(({ decisionId }) => decisionId))
  for (const photoId of new Set(answers.map((answer) => answer.photoId))) {
    const own = ofPhoto.get(photoId) ?? []
    const latest = own.at(-1)
    if (latest === undefined || !ids.has(latest.decisionId)) continue
    const first = own.findIndex(({ decisionId }) => ids.has(decisionId))
    const before = own[first - 1]?.verdict ?? 'undecided'
    if (before !== latest.verdict) back.set(photoId, before)
  }
  return back
}

/**
 * What was said about every photo once the answer `through` had been stored, at `atMs`, where that is not what is said now. A photo
 * that took over its answers since (an edit in place) is taken to have had those that are older than that moment.
 */
export function answersBackAt(
  { ofPhoto }: AnswersInTime,
  through: number,
  atMs: number,
): ReadonlyMap<number, StoredVerdict> {
  const back = new Map<number, StoredVerdict>()
  for (const [photoId, own] of ofPhoto) {
    const then =
      own.findLast(({ decisionId }) => decisionId <= through) ??
      own.findLast(({ source, decidedAtMs }) => source === 'carried' && decidedAtMs <= atMs)
    const verdict = then?.verdict ?? 'undecided'
    if (verdict !== (own.at(-1)?.verdict ?? 'undecided')) back.set(photoId, verdict)
  }
  return back
}

/** Index of the first answer with at least this id. */
function indexFrom(answers: readonly StoredAnswer[], id: number): number {
  let low = 0
  for (let high = answers.length; low < high;) {
    const middle = (low + high) >> 1
    if (answers[middle]!.decisionId < id) low = middle + 1
    else high = middle
  }
  return low
}
