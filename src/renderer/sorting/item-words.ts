import type { PlanEntry } from '../../contract/sorting.ts'

export interface ItemWords {
  readonly name: string
  /** Null where it keeps its name. */
  readonly newName: string | null
  /** Where it is now: a directory in full. */
  readonly from: string
  /** Where it goes, relative to the target; '' is the target. Null where nothing wants it. */
  readonly to: string | null
  /** "with IMG_1.xmp"; null where nothing goes with it. */
  readonly companions: string | null
  /** "Rule 1 gets it; rules 2 and 3 want it too."; null where one rule at most wants it. */
  readonly rules: string | null
}

/** What a row says of one photo of the plan. */
export function itemWords({ fromPath, toPath, companions, ruleIndex, alsoWantedBy }: PlanEntry): ItemWords {
  // Only what begins with a slash can have names with a backslash in them.
  const [from, name] = splitPath(fromPath, fromPath.startsWith('/') ? '/' : '\\')
  const [to, toName] = toPath === null ? [null, name] : splitPath(toPath, '/')
  return {
    name,
    newName: toName === name ? null : toName,
    from: from === '' ? '/' : from,
    to,
    companions: companions.length === 0 ? null : `with ${companions.map(companionWords).join(', ')}`,
    rules: ruleIndex === null || alsoWantedBy.length === 0 ? null : ruleWords(ruleIndex, alsoWantedBy),
  }
}

function companionWords({ fromName, toName }: PlanEntry['companions'][number]): string {
  return fromName === toName ? fromName : `${fromName} → ${toName}`
}

function ruleWords(ruleIndex: number, alsoWantedBy: readonly number[]): string {
  const others = alsoWantedBy.map((index) => String(index + 1))
  const list = others.length === 1 ? others[0] : `${others.slice(0, -1).join(', ')} and ${others.at(-1)}`
  return `Rule ${ruleIndex + 1} gets it; ${others.length === 1 ? 'rule' : 'rules'} ${list} ${others.length === 1 ? 'wants' : 'want'} it too.`
}

function splitPath(path: string, separator: string): readonly [string, string] {
  const at = path.lastIndexOf(separator)
  return at === -1 ? ['', path] : [path.slice(0, at), path.slice(at + 1)]
}
