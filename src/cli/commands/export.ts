import type { ApiClient } from '../../contract/api.ts'
import type { CommandContext } from '../command-context.ts'
import { withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { csvHeader, csvRow } from '../export-csv.ts'
import { exportRows } from '../export-rows.ts'
import { writeWhole } from '../write-whole.ts'

export interface ExportOptions {
  readonly format: 'json' | 'csv'
  /** A file, replaced only when all is written; undefined for stdout. */
  readonly output: string | undefined
}

/** `winnow export`: every file with its facts and tags, in path order. Nothing of it is in memory as a whole. */
export async function exportLibrary(context: CommandContext, { format, output }: ExportOptions): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const chunks = format === 'json' ? jsonChunks(client, context.signal) : csvChunks(client, context.signal)
    if (output === undefined) for await (const chunk of chunks) await context.terminal.out(chunk)
    else await writeWhole(output, chunks)
    return exitCodes.ok
  })
}

async function* jsonChunks(client: ApiClient, signal: AbortSignal): AsyncGenerator<string> {
  let separator = '{"photos":[\n'
  for await (const rows of exportRows(client, signal)) {
    for (const row of rows) {
      // An id means something in this library only.
      yield `${separator}${JSON.stringify({ ...row, photoId: undefined })}`
      separator = ',\n'
    }
  }
  yield separator === ',\n' ? '\n]}\n' : '{"photos":[]}\n'
}

async function* csvChunks(client: ApiClient, signal: AbortSignal): AsyncGenerator<string> {
  yield csvHeader
  for await (const rows of exportRows(client, signal)) for (const row of rows) yield csvRow(row)
}
