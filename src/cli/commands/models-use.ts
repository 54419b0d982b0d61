import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { findModel, modelNow } from '../models/find-model.ts'
import { followModel } from '../models/follow-model.ts'

/** `winnow models use <key>`: has a model look at the library, then changes over. What Ctrl+C leaves undone goes on later. */
export async function changeModel(context: CommandContext, word: string): Promise<ExitCode> {
  return await withLibrary(context, 'write', async (opened) => {
    const { client } = opened
    const { modelKey, name } = await findModel(client, word)
    await client['models.use']({ modelKey })
    const end = await followModel(context, opened, modelKey, ['preparing'])
    if (end === null) {
      context.terminal.err('Paused. The same command goes on where it stopped, and so does Winnow when it is open.\n')
      return exitCodes.interrupted
    }
    if (end.kind !== 'active') {
      context.terminal.err(`${name} could not be prepared; the model before it stays in use.\n`)
      return exitCodes.failed
    }
    await print(context, { model: await modelNow(client, modelKey) }, [`${name} is in use.`])
    return exitCodes.ok
  })
}
