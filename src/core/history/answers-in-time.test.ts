import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersBackAt, answersBetween, answersInTime, withoutAnswers } from './answers-in-time.ts'
import type { StoredAnswer, StoredVerdict } from './answers-in-time.ts'

const said = (decisionId: number, photoId: number, verdict: StoredVerdict): StoredAnswer => {
  return { decisionId, photoId, verdict, decidedAtMs: decisionId * 10, source: 'person' }
}

const history = fc
  .array(fc.tuple(fc.nat({ max: 3 }), fc.constantFrom<StoredVerdict>('yes', 'no', 'undecided')), { maxLength: 12 })
  .map((answers) => answers.map(([photoId, verdict], i) => said(i + 1, photoId, verdict)))

/** What is said about each photo by these answers, in the simplest way there is. */
function verdictsBy(answers: readonly StoredAnswer[]): Map<number, StoredVerdict> {
  const verdicts = new Map<number, StoredVerdict>()
  for (const { photoId, verdict } of answers) verdicts.set(photoId, verdict)
  for (const [photoId, verdict] of verdicts) if (verdict === 'undecided') verdicts.delete(photoId)
  return verdicts
}

/** The answers that are appended to get there. */
function appended(answers: readonly StoredAnswer[], back: ReadonlyMap<number, StoredVerdict>): readonly StoredAnswer[] {
  return [...answers, ...[...back].map(([photoId, verdict], i) => said(answers.length + i + 1, photoId, verdict))]
}

describe('going back by appending', () => {
  it('gives what was said at any moment', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 12 }), (answers, through) => {
        const back = answersBackAt(answersInTime(answers), through, through * 10)
        expect(verdictsBy(appended(answers, back))).toEqual(verdictsBy(answers.slice(0, through)))
      }),
    )
  })

  it('takes the last answers back as if they had never been given', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 12 }), (answers, from) => {
        const past = answersInTime(answers)
        const back = withoutAnswers(past, answersBetween(past, from + 1, Infinity, 'said'))
        expect(verdictsBy(appended(answers, back))).toEqual(verdictsBy(answers.slice(0, from)))
      }),
    )
  })

  it('leaves alone what was said again since, and changes nothing twice', () => {
    const answers = [said(1, 7, 'yes'), said(2, 8, 'yes'), said(3, 8, 'no'), said(4, 9, 'no')]
    const past = answersInTime(answers)
    expect(withoutAnswers(past, answersBetween(past, 1, 2, 'said'))).toEqual(new Map([[7, 'undecided']]))
    const after = answersInTime([...answers, said(5, 7, 'undecided')])
    expect(withoutAnswers(after, answersBetween(after, 1, 2, 'said'))).toEqual(new Map())
  })
})

it('an answer that was carried on later counts for the time it was given', () => {
  const carried: StoredAnswer = { decisionId: 3, photoId: 9, verdict: 'yes', decidedAtMs: 10, source: 'carried' }
  const past = answersInTime([said(1, 7, 'yes'), said(2, 8, 'no'), carried])
  expect(answersBackAt(past, 1, 10)).toEqual(new Map([[8, 'undecided']]))
  expect(answersBackAt(past, 0, 5)).toEqual(
    new Map([
      [7, 'undecided'],
      [8, 'undecided'],
      [9, 'undecided'],
    ]),
  )
  expect(answersBetween(past, 1, 3, 'carried')).toEqual([carried])
  expect(answersBetween(past, 1, 3, 'said')).toHaveLength(2)
})
