import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { findModel } from '../models/find-model.ts'

/** `winnow models remove <key> [--embeddings]`: its files; with `--embeddings` also what it knows of the photos. */
export async function removeModel(context: CommandContext, word: string, embeddings: boolean): Promise<ExitCode> {
  return await withLibrary(context, 'write', async ({ client }) => {
    const { modelKey, name, state } = await findModel(client, word)
    if (state.kind === 'paused' || state.kind === 'failed') await client['models.cancelDownload']({ modelKey })
    else await client['models.remove']({ modelKey, what: embeddings ? 'both' : 'files' })
    await print(context, { removed: modelKey }, [`Removed ${name}.`])
    return exitCodes.ok
  })
}
