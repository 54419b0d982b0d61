import type { ApiClient } from '../../contract/api.ts'
import type { Category } from '../../contract/categories.ts'
import { WinnowError } from '../../contract/error.ts'
import type { CommandContext } from '../command-context.ts'
import { print, withLibrary } from '../command-context.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exitCodes } from '../exit-codes.ts'
import { findCategory } from '../find-category.ts'
import { resolvePictures } from '../resolve-pictures.ts'
import type { GivenPictures } from '../resolve-pictures.ts'
import { countOf } from '../text-table.ts'
import { describeCategory } from './categories.ts'

export interface TeachOptions {
  readonly yes: readonly string[]
  readonly no: readonly string[]
  /** Make the category when there is none of this name. */
  readonly create: boolean
  /** Of a category that is made. */
  readonly words: readonly string[]
}

/** Photos of the library and pictures from outside that were taken as answers. */
interface Taught {
  readonly photos: number
  readonly pictures: number
}

/**
 * `winnow category teach <name> --yes F… --no F…`: files of the library become answers, other pictures examples. All files are looked
 * at before anything is stored.
 */
export async function teachCategory(context: CommandContext, name: string, options: TeachOptions): Promise<ExitCode> {
  return await withLibrary(context, 'write', async ({ client }) => {
    const existing = await findOrNull(client, name, options.create)
    const yes = await resolvePictures(client, options.yes, context.signal)
    const no = await resolvePictures(client, options.no, context.signal)
    refuseBoth(yes, no, name)
    const before = existing ?? (await create(client, name, options.words, context.signal))
    const { categoryId } = before
    const taughtYes = await teach(client, categoryId, 'yes', yes, context.signal)
    const taughtNo = await teach(client, categoryId, 'no', no, context.signal)
    const { categories } = await client['categories.list']({ includeHidden: true })
    const category = categories.find((one) => one.categoryId === categoryId) ?? before
    await print(
      context,
      { category: describeCategory(category, new Map()), created: existing === null, yes: taughtYes, no: taughtNo },
      describe(category, existing === null, taughtYes, taughtNo),
    )
    return exitCodes.ok
  })
}

async function findOrNull(client: ApiClient, name: string, mayBeMissing: boolean): Promise<Category | null> {
  try {
    return await findCategory(client, name)
  } catch (error) {
    if (!(error instanceof WinnowError) || error.code !== 'not-found') throw error
    if (mayBeMissing) return null
    throw new WinnowError('not-found', `${error.message} With --create it is made.`)
  }
}

async function create(
  client: ApiClient,
  name: string,
  words: readonly string[],
  signal: AbortSignal,
): Promise<Category> {
  return (await client['categories.create']({ draft: { name, words: [...words] } }, signal)).category
}

async function teach(
  client: ApiClient,
  categoryId: number,
  verdict: 'yes' | 'no',
  { photoIds, pictureIds }: GivenPictures,
  signal: AbortSignal,
): Promise<Taught> {
  const { changed: photos } =
    photoIds.length === 0
      ? { changed: 0 }
      : await client['photos.decide']({ photoIds: [...photoIds], categoryId, verdict }, signal)
  const { added: pictures } =
    pictureIds.length === 0
      ? { added: 0 }
      : await client['categories.addExamples']({ categoryId, pictureIds: [...pictureIds], verdict }, signal)
  return { photos, pictures }
}

function refuseBoth(yes: GivenPictures, no: GivenPictures, name: string): void {
  if (!yes.photoIds.some((photoId) => no.photoIds.includes(photoId))) return
  throw new WinnowError('invalid-input', `The same photo is given as yes and as no to ${name}. Say one of them.`)
}

function describe(category: Category, isNew: boolean, yes: Taught, no: Taught): readonly string[] {
  const { name, shownCount, unsureCount, precision, notice } = category
  const outside = yes.pictures + no.pictures
  const from = outside === 0 ? '' : ` (${countOf(outside, 'picture', 'pictures')} from outside the library)`
  return [
    `${isNew ? 'Made and taught' : 'Taught'} ${name}: ${yes.photos + yes.pictures} yes, ${no.photos + no.pictures} no${from}.`,
    `It shows ${countOf(shownCount, 'photo', 'photos')} and is not sure about ${unsureCount}.`,
    ...(precision === null ? [] : [`About ${Math.round(precision.share * 10)} of 10 shown are right.`]),
    ...(notice === null ? [] : [notice]),
  ]
}
