import { create } from 'zustand'
import type { z } from 'zod'
import type { teachingMethods } from '../../contract/teaching.ts'

export type PhotoGroup = z.output<(typeof teachingMethods)['groups.find']['output']>['groups'][number]

/** A group has no id; while the page is open it is known by its photos. */
export function groupKey({ photoIds }: PhotoGroup): string {
  return photoIds.join()
}

interface GroupsState {
  readonly dismissed: ReadonlySet<string>
  /** The category that was made of a group, by the group's key. */
  readonly named: ReadonlyMap<string, number>
  readonly dismiss: (key: string) => void
  readonly showDismissed: () => void
  readonly name: (key: string, categoryId: number) => void
}

/** What became of the groups that were found, until the window is closed. */
export const useGroups = create<GroupsState>((set) => ({
  dismissed: new Set(),
  named: new Map(),
  dismiss: (key) => set(({ dismissed }) => ({ dismissed: new Set([...dismissed, key]) })),
  showDismissed: () => set({ dismissed: new Set() }),
  name: (key, categoryId) => set(({ named }) => ({ named: new Map([...named, [key, categoryId]]) })),
}))
