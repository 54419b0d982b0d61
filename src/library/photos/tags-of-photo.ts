import type { PhotoTag } from '../../contract/photos.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'

export interface TagsOfPhoto {
  /** The person's own word first, then by probability; sure before unsure. */
  readonly tags: readonly PhotoTag[]
  readonly saidNo: readonly { readonly categoryId: number; readonly name: string }[]
}

/** What the person and Winnow say about a photo; hidden categories only where the person used them. */
export function tagsOfPhoto({ store }: Pick<Catalogue, 'store'>, photoId: number): TagsOfPhoto {
  const predictions = new Map(store.prediction.ofPhoto(photoId).map((one) => [one.categoryId, one]))
  const verdicts = new Map(store.decision.ofPhoto(photoId).map((one) => [one.categoryId, one.verdict]))
  const tags: PhotoTag[] = []
  const saidNo: { categoryId: number; name: string }[] = []
  // Only categories that say something about it are looked at: there are hundreds.
  const spoken = new Set([...predictions.keys(), ...verdicts.keys()])
  for (const { categoryId, name, colour, key, hidden } of store.category.list()) {
    if (!spoken.has(categoryId)) continue
    const verdict = verdicts.get(categoryId)
    const prediction = predictions.get(categoryId)
    const said = { categoryId, name, colour, origin: key === null ? ('own' as const) : ('built-in' as const) }
    if (verdict === 'no') saidNo.push({ categoryId, name })
    else if (verdict === 'yes') tags.push({ ...said, saidBy: 'you', band: 'sure', probability: 1 })
    else if (prediction !== undefined && !hidden) {
      tags.push({ ...said, saidBy: 'winnow', band: prediction.band, probability: prediction.probability })
    }
  }
  return { tags: tags.sort((a, b) => rank(b) - rank(a)), saidNo }
}

/** The tag to name a photo by: the surest that is shown, the person's own categories first; '' for none. */
export function mainTag({ tags }: TagsOfPhoto): string {
  const shown = tags.filter((tag) => tag.band === 'sure')
  return (shown.find((tag) => tag.origin === 'own') ?? shown[0])?.name ?? ''
}

function rank(tag: PhotoTag): number {
  return (tag.saidBy === 'you' ? 3 : tag.band === 'sure' ? 2 : 1) + tag.probability / 2
}
