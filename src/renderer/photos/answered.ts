import type { PhotoDetails } from '../../contract/photos.ts'
import type { Verdict } from '../../contract/primitives.ts'

interface CategoryRef {
  readonly categoryId: number
  readonly name: string
}

/** A photo's details as they will be once an answer is kept, for the moment until the library says so itself. */
export function answered(
  details: PhotoDetails,
  category: CategoryRef & { readonly colour?: string; readonly origin?: 'built-in' | 'own' },
  verdict: Verdict,
): PhotoDetails {
  const { categoryId, name } = category
  const others = details.tags.filter((tag) => tag.categoryId !== categoryId)
  const saidNo = details.saidNo.filter((no) => no.categoryId !== categoryId)
  const tag = details.tags.find((candidate) => candidate.categoryId === categoryId)
  switch (verdict) {
    case 'yes': {
      const { colour = tag?.colour ?? '#80796f', origin = tag?.origin ?? 'own' } = category
      const said = { categoryId, name, colour, origin, saidBy: 'you', band: 'sure', probability: 1 } as const
      return { ...details, tags: [said, ...others], saidNo }
    }
    case 'no':
      return { ...details, tags: others, saidNo: [...saidNo, { categoryId, name }] }
    case 'undecided':
      return { ...details, tags: tag?.saidBy === 'you' ? others : details.tags, saidNo }
  }
}

/** The words for the notice: "Said no to Dog for 3 photos". */
export function describeAnswer(category: string, verdict: Verdict, photoCount: number): string {
  const photos = photoCount === 1 ? 'this photo' : `${photoCount.toLocaleString('en')} photos`
  if (verdict === 'undecided') return `Took the answer for ${category} back for ${photos}`
  return `Said ${verdict} to ${category} for ${photos}`
}
