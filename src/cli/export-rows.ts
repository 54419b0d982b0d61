import type { ApiClient } from '../contract/api.ts'
import type { ExportRow } from '../contract/system.ts'

/**
 * Every file that is ready, in path order, a page at a time.
 *
 * @param after only paths behind this one
 */
export async function* exportRows(
  client: ApiClient,
  signal: AbortSignal,
  after?: string,
): AsyncGenerator<readonly ExportRow[]> {
  let last = after
  for (;;) {
    const { rows, done } = await client['export.page'](last === undefined ? {} : { after: last }, signal)
    yield rows
    last = rows.at(-1)?.path
    if (done || last === undefined) return
  }
}

/** The row of one file, or undefined when it is not in the library or not ready. `path` as the operating system spells it. */
export async function findRow(client: ApiClient, signal: AbortSignal, path: string): Promise<ExportRow | undefined> {
  // Rows come in path order, and a path without its last character is just before it.
  for await (const rows of exportRows(client, signal, path.slice(0, -1))) {
    const row = rows.find((candidate) => candidate.path === path)
    if (row !== undefined) return row
    const last = rows.at(-1)
    if (last === undefined || !last.path.startsWith(path.slice(0, -1))) return undefined
  }
  return undefined
}
