import type { PhotoList } from '../../contract/photos.ts'
import { addPicture } from '../add-picture.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'

export interface SearchOptions {
  readonly words: string | undefined
  /** A picture file to search by; it need not be in the library. */
  readonly like: string | undefined
  readonly limit: number
}

/** `exact`: a tag, a name or a date says so. `likely` and `less-certain`: it looks like it, this side and that of the cut. */
type Match = 'exact' | 'likely' | 'less-certain'

/** `winnow search "words" [--like F]`: file paths, best first. */
export async function search(context: CommandContext, { words, like, limit }: SearchOptions): Promise<ExitCode> {
  return await withLibrary(context, 'read', async ({ client }) => {
    const list = await client['photos.list'](
      {
        ...(words === undefined ? {} : { text: words }),
        ...(like === undefined ? {} : { likePictureId: await addPicture(client, like) }),
        order: 'best',
      },
      context.signal,
    )
    const results = await Promise.all(
      photoIds(list)
        .slice(0, limit)
        .map(async (photoId, index) => {
          const { files, tags } = await client['photos.get']({ photoId }, context.signal)
          return { path: files[0]?.path ?? '', match: matchAt(list, index), tags: tags.map(({ name }) => name) }
        }),
    )
    if (list.notice !== undefined) context.terminal.err(`${list.notice}\n`)
    await print(
      context,
      { total: list.total, results },
      results.map(({ path, match }) => (match === 'less-certain' ? `${path}  (less certain)` : path)),
    )
    return results.length === 0 ? exitCodes.nothingFound : exitCodes.ok
  })
}

function photoIds({ ids }: PhotoList): readonly number[] {
  const bytes = Buffer.from(ids, 'base64')
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4))
}

function matchAt({ exactCount = 0, cutIndex = Infinity }: PhotoList, index: number): Match {
  if (index < exactCount) return 'exact'
  return index < cutIndex ? 'likely' : 'less-certain'
}
