import type { ExportRow } from '../../contract/system.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { exportRows, findRow } from '../export-rows.ts'
import { fullPath } from '../full-path.ts'
import { textTable } from '../text-table.ts'

/** `winnow tags [--photo F]`: the tags of one file with who said each, or those of all files, one line each. */
export async function tags(context: CommandContext, photo: string | undefined): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    if (photo !== undefined) {
      const row = await findRow(client, context.signal, await fullPath(photo))
      if (row === undefined) {
        context.terminal.err(`${photo} is not in the library, or not read yet.\n`)
        return exitCodes.nothingFound
      }
      await print(context, { photos: [tagsOf(row)] }, describeTags(row))
      return exitCodes.ok
    }
    const rows: ExportRow[] = []
    for await (const page of exportRows(client, context.signal)) rows.push(...page)
    await print(
      context,
      { photos: rows.map(tagsOf) },
      rows.map((row) => `${row.path}\t${row.tags.map(({ name }) => name).join(', ')}`),
    )
    return rows.length === 0 ? exitCodes.nothingFound : exitCodes.ok
  })
}

function tagsOf({ path, tags: rowTags, saidNo }: ExportRow): Pick<ExportRow, 'path' | 'tags' | 'saidNo'> {
  return { path, tags: rowTags, saidNo }
}

function describeTags(row: ExportRow): readonly string[] {
  if (row.tags.length === 0) return ['No tags.']
  return textTable(
    row.tags.map(({ name, saidBy, probability }) => [
      name,
      saidBy === 'you' ? '' : `${Math.round(probability * 100)} %`,
      saidBy === 'you' ? 'you said so' : 'Winnow thinks so',
    ]),
  )
}
