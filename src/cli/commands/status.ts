import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { count, textTable } from '../text-table.ts'

/** `winnow status`: how much there is and how much is left. */
export async function status(context: CommandContext): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const [progress, { folders }, { photoCount, untaggedCount, unsureCount }, info] = await Promise.all([
      client['indexing.progress']({}),
      client['folders.list']({}),
      client['categories.list']({}),
      client['system.info']({}),
    ])
    const left = Math.max(0, progress.total - progress.done)
    await print(
      context,
      {
        folders: folders.map(({ path, status, photoCount: photos }) => ({ path, status, photoCount: photos })),
        photoCount,
        leftCount: left,
        untaggedCount,
        unsureCount,
        problemCount: progress.problemCount,
        model: info.model,
      },
      textTable([
        ['Folders', count(folders.length)],
        ['Photos', count(photoCount)],
        ['Left to read', count(left)],
        ['Without a tag', count(untaggedCount)],
        ['Not sure', count(unsureCount)],
        ['Problems', count(progress.problemCount)],
        ['Model', info.model === null ? 'none yet' : `${info.model.name} ${info.model.version}`],
      ]),
    )
    return exitCodes.ok
  })
}
