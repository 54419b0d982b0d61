import type { Category } from '../../contract/categories.ts'
import { foldWords } from '../../core/search/fold-text.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { groupKey, type PhotoGroup, useGroups } from './groups-store.ts'

/** The person's own category that is called so already, whatever its case and accents. */
export function ownCategoryNamed(categories: readonly Category[], name: string): Category | undefined {
  const wanted = foldWords(name).join(' ')
  return categories.find((category) => category.origin === 'own' && foldWords(category.name).join(' ') === wanted)
}

/** Makes a category of the chosen photos of a group, or says yes to the one that has the name already. Whether that was stored. */
export async function nameGroup(
  group: PhotoGroup,
  photoIds: readonly number[],
  name: string,
  categories: readonly Category[],
): Promise<boolean> {
  const photos = photoIds.length === 1 ? '1 photo' : `${photoIds.length.toLocaleString('en')} photos`
  const known = ownCategoryNamed(categories, name)
  if (known !== undefined) {
    const { categoryId } = known
    const done = await attempt(
      library['photos.decide']({ photoIds: [...photoIds], categoryId, verdict: 'yes' }),
      () => `Added ${photos} to ${known.name}`,
    )
    if (done !== undefined) useGroups.getState().dismiss(groupKey(group))
    return done !== undefined
  }
  const made = await attempt(
    library['categories.create']({ draft: { name, yesPhotoIds: [...photoIds] } }),
    ({ category }) => `Made ${category.name} from ${photos}`,
  )
  if (made !== undefined) useGroups.getState().name(groupKey(group), made.category.categoryId)
  return made !== undefined
}
