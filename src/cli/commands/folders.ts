import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { count, textTable } from '../text-table.ts'

/** `winnow folders`: what was added, how it is, and what in it can't be read yet. */
export async function listFolders(context: CommandContext): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const { folders } = await client['folders.list']({})
    await print(
      context,
      {
        folders: folders.map(({ path, status, photoCount, notReadYet, notice }) => ({
          path,
          status,
          photoCount,
          notReadYet,
          notice,
        })),
      },
      textTable(
        folders.map(({ path, status, photoCount, notReadYet, notice }) => [
          count(photoCount),
          status,
          path,
          [
            ...Object.entries(notReadYet).map(([ending, files]) => `${count(files)} ${ending} not read yet`),
            notice ?? '',
          ].join(' '),
        ]),
      ),
    )
    return folders.length === 0 ? exitCodes.nothingFound : exitCodes.ok
  })
}
