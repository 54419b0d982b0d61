import { countShared, createPhotoSet } from '../../core/search/photo-set.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import type { CategoryRow, CategoryStore } from '../store/category.ts'
import { askedUnder, countTags, shownUnder } from './shown-tags.ts'
import type { TagCounts } from './shown-tags.ts'
import type { TagTable } from './tag-table.ts'

/** What a category and all below it show. Not to be changed. */
export interface SubtreeTags {
  readonly shown: PhotoSet
  readonly unsure: PhotoSet
}

/** Tags seen across categories; computed once for each state of the tags. */
export interface TagOverview {
  /**
   * A parent's photos with those of its children: a photo of a dog is one of an animal. A no to the parent takes a photo out
   * of the parent only. What is shown somewhere below is not unsure above. Hidden children give nothing.
   */
  subtree(categoryId: number): SubtreeTags
  /** Photos with at least one tag that is not hidden. */
  tagged(): PhotoSet
  /** Photos to ask about: unsure for a category of the person's own, or without any tag and unsure for some. */
  unsure(): PhotoSet
  /** Counts of every category among the photos in `within`. */
  counts(within: PhotoSet): ReadonlyMap<number, TagCounts>
}

export function createTagOverview(store: { readonly category: CategoryStore }, tags: TagTable): TagOverview {
  let categories: readonly CategoryRow[] = []
  let version = -1
  const children = new Map<number | null, CategoryRow[]>()
  const subtrees = new Map<number, SubtreeTags>()
  let sections: { tagged: PhotoSet; unsure: PhotoSet } | undefined

  function renew(): void {
    const listed = store.category.list()
    if (listed === categories && version === tags.version) return
    categories = listed
    version = tags.version
    subtrees.clear()
    sections = undefined
    children.clear()
    for (const category of categories) {
      if (category.hidden) continue
      const siblings = children.get(category.parentId)
      if (siblings === undefined) children.set(category.parentId, [category])
      else siblings.push(category)
    }
  }

  function visit(categoryId: number): SubtreeTags {
    const known = subtrees.get(categoryId)
    if (known !== undefined) return known
    const own = tags.of(categoryId)
    const tree = { shown: shownUnder(own), unsure: askedUnder(own) }
    // Known from here on, so that a circle of parents, which nothing should ever store, ends instead of hanging.
    subtrees.set(categoryId, tree)
    for (const child of children.get(categoryId) ?? []) {
      const below = visit(child.categoryId)
      tree.shown.addAll(below.shown)
      tree.unsure.addAll(below.unsure)
    }
    tree.shown.deleteAll(own.no)
    tree.unsure.deleteAll(own.no)
    tree.unsure.deleteAll(tree.shown)
    return tree
  }

  function findSections(): { tagged: PhotoSet; unsure: PhotoSet } {
    const tagged = createPhotoSet()
    const unsure = createPhotoSet()
    const unsureOwn = createPhotoSet()
    for (const { categoryId, key, hidden, isGroup } of categories) {
      if (hidden || isGroup) continue
      const own = tags.of(categoryId)
      tagged.addAll(shownUnder(own))
      const asked = askedUnder(own)
      unsure.addAll(asked)
      if (key === null) unsureOwn.addAll(asked)
    }
    unsure.deleteAll(tagged)
    unsure.addAll(unsureOwn)
    return { tagged, unsure }
  }

  return {
    subtree(categoryId) {
      renew()
      return visit(categoryId)
    },
    tagged() {
      renew()
      return (sections ??= findSections()).tagged
    },
    unsure() {
      renew()
      return (sections ??= findSections()).unsure
    },
    counts(within) {
      renew()
      const counts = new Map<number, TagCounts>()
      for (const { categoryId } of categories) {
        const own = countTags(tags.of(categoryId), within)
        if (!children.has(categoryId)) counts.set(categoryId, own)
        else {
          const { shown, unsure } = visit(categoryId)
          counts.set(categoryId, { ...own, shown: countShared(shown, within), unsure: countShared(unsure, within) })
        }
      }
      return counts
    },
  }
}
