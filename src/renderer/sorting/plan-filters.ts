import type { PlanCounts, PlanFilter } from '../../contract/sorting.ts'

export interface FilterTab {
  readonly id: string
  readonly label: string
  readonly count: number
  readonly filter: PlanFilter
  /** What this is, for when it is chosen. */
  readonly words: string
  /** Worth a look before going on. */
  readonly tone: 'plain' | 'warning'
}

/** Everything that goes. */
export const everything: PlanFilter = { kind: 'folder', path: '', deep: true }

/** The ways to look at a plan, with how much each holds; those with nothing are left out, but for "All". */
export function filterTabs(counts: PlanCounts): readonly FilterTab[] {
  const tabs: readonly FilterTab[] = [
    {
      id: 'all',
      label: 'All',
      count: counts.go,
      filter: everything,
      words:
        counts.go === 0
          ? 'What goes somewhere is here, once there is something. Look at what stays, or change the rules.'
          : 'All that goes somewhere.',
      tone: 'plain',
    },
    {
      id: 'renamed',
      label: 'Renamed',
      count: counts.renamed,
      filter: note('renamed'),
      words: 'Another photo has the name already, so these get a number behind theirs.',
      tone: 'plain',
    },
    {
      id: 'same',
      label: 'Already there',
      count: counts.sameContent,
      filter: status('same-content'),
      words: 'The very same photo is there already, so these stay where they are.',
      tone: 'plain',
    },
    {
      id: 'several',
      label: 'Two rules',
      count: counts.severalRules,
      filter: note('several-rules'),
      words: 'More than one rule wants these. The first one gets them.',
      tone: 'plain',
    },
    {
      id: 'spelling',
      label: 'Spelling',
      count: counts.spelling,
      filter: note('spelling'),
      words: 'A folder is there that is spelled a little differently. Its spelling is taken.',
      tone: 'plain',
    },
    {
      id: 'names',
      label: 'Names changed',
      count: counts.nameChanged,
      filter: note('name-changed'),
      words: 'Another system could not hold the names of these, so they change a little.',
      tone: 'plain',
    },
    {
      id: 'unsure',
      label: 'Not sure',
      count: counts.unsure,
      filter: status('unsure'),
      words: 'Winnow is not sure of these, so they stay. Say yes to them, or let what is not sure count as well.',
      tone: 'plain',
    },
    {
      id: 'blocked',
      label: 'Can’t be moved',
      count: counts.blocked,
      filter: status('blocked'),
      words: 'These stay where they are. Each says why.',
      tone: 'warning',
    },
    {
      id: 'excluded',
      label: 'Excluded',
      count: counts.excluded,
      filter: status('excluded'),
      words: 'You took these out of the plan, so they stay.',
      tone: 'plain',
    },
    {
      id: 'in-place',
      label: 'In place',
      count: counts.inPlace,
      filter: status('in-place'),
      words: 'These are where the rules want them already.',
      tone: 'plain',
    },
    {
      id: 'stay',
      label: 'Stay',
      count: counts.noRule,
      filter: status('no-rule'),
      words: 'No rule wants these, so they stay where they are.',
      tone: 'plain',
    },
  ]
  return tabs.filter(({ id, count }) => id === 'all' || count > 0)
}

/** Whether two filters ask for the same. */
export function sameFilter(a: PlanFilter, b: PlanFilter): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function status(of: Extract<PlanFilter, { kind: 'status' }>['status']): PlanFilter {
  return { kind: 'status', status: of }
}

function note(of: Extract<PlanFilter, { kind: 'note' }>['note']): PlanFilter {
  return { kind: 'note', note: of }
}
