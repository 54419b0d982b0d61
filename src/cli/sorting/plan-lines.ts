import { basename } from 'node:path'
import type { ApiClient } from '../../contract/api.ts'
import type { PlanFilter, PlanSummary } from '../../contract/sorting.ts'
import { count, countOf } from '../text-table.ts'
import { actionWords } from './action-words.ts'
import { firstEntries } from './plan-entries.ts'
import { planTree } from './plan-tree.ts'
import { sizeText } from '../../core/words/size-text.ts'

/** Of each kind of conflict so many are named; JSON has them all. */
const mostNamed = 10

/** What a person reads before they say yes: where how much goes, what is unusual about it, and what stays. */
export async function planLines(client: ApiClient, plan: PlanSummary): Promise<readonly string[]> {
  const { action, targetPath, folders, counts, freeBytes, neededBytes, notices, obstacle } = plan
  const companions = counts.companions === 0 ? '' : ` (${count(counts.companions)} of them go along with another)`
  const room = freeBytes === null ? '' : `, ${sizeText(freeBytes)} free`
  return [
    `${actionWords[action].order} ${countOf(counts.files, 'file', 'files')}${companions}, ${sizeText(counts.sizeBytes)}, to ${targetPath}`,
    ...(neededBytes === 0 ? [] : [`${sizeText(neededBytes)} to write there${room}`]),
    '',
    ...(counts.go === 0 ? [] : [...planTree(basename(targetPath) || targetPath, folders), '']),
    ...(await conflictLines(client, plan)),
    ...stayLines(plan),
    ...notices,
    ...(obstacle === null ? [] : [obstacle]),
  ].map((line) => line.trimEnd())
}

async function conflictLines(client: ApiClient, { planId, counts }: PlanSummary): Promise<readonly string[]> {
  const kinds: readonly (readonly [number: number, words: string, filter: PlanFilter])[] = [
    [counts.renamed, 'get a number, for their names are in use there', { kind: 'note', note: 'renamed' }],
    [counts.nameChanged, 'get another name that every system can hold', { kind: 'note', note: 'name-changed' }],
    [counts.spelling, 'go to a folder that is spelled a little differently', { kind: 'note', note: 'spelling' }],
    [counts.sameContent, 'stay, for the same content is there already', { kind: 'status', status: 'same-content' }],
    [counts.blocked, 'stay, for something is in the way', { kind: 'status', status: 'blocked' }],
  ]
  const lines: string[] = []
  for (const [number, words, filter] of kinds) {
    if (number === 0) continue
    const entries = await firstEntries(client, planId, filter, mostNamed)
    lines.push(`${count(number)} ${words}`)
    for (const { fromPath, notes } of entries)
      lines.push(`  ${fromPath}${notes.length === 0 ? '' : `: ${notes.join(' ')}`}`)
    if (number > entries.length) lines.push(`  and ${count(number - entries.length)} more`)
  }
  if (counts.severalRules > 0)
    lines.push(`${count(counts.severalRules)} are wanted by several rules; the first gets them`)
  return lines.length === 0 ? [] : [...lines, '']
}

function stayLines({ counts }: PlanSummary): readonly string[] {
  const stay = [
    [counts.inPlace, 'in place already'],
    [counts.unsure, 'Winnow is not sure of (--unsure sorts them too)'],
    [counts.noRule, 'no rule wants'],
  ] as const
  const parts = stay.flatMap(([number, words]) => (number === 0 ? [] : [`${count(number)} ${words}`]))
  return parts.length === 0 ? [] : [`Stay where they are: ${parts.join(', ')}.`]
}
