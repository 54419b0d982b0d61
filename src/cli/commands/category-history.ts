import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { findCategory } from '../find-category.ts'
import { textTable } from '../text-table.ts'

const who = { you: 'you', undo: 'undo', carried: 'Winnow, for an edited photo', import: 'an imported file' } as const

/** `winnow category history <name> [--limit n]`: what happened to it, newest first. */
export async function categoryHistory(context: CommandContext, name: string, limit: number): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const { categoryId } = await findCategory(client, name)
    const { events } = await client['categories.history']({ categoryId, limit: Math.min(limit, 500) }, context.signal)
    const shown = events.map(({ atMs, source, label, verdict, photoCount }) => {
      return { at: new Date(atMs).toISOString(), source, label, verdict, photoCount }
    })
    await print(
      context,
      { events: shown },
      textTable(events.map(({ atMs, source, label }) => [localTime(atMs), source === 'you' ? '' : who[source], label])),
    )
    return shown.length === 0 ? exitCodes.nothingFound : exitCodes.ok
  })
}

/** 2024-06-15 14:00 */
function localTime(atMs: number): string {
  const time = new Date(atMs)
  const local = new Date(atMs - time.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16).replace('T', ' ')
}
