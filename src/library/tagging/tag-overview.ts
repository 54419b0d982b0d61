import { countShared, createPhotoSet } from '../../core/search/photo-set.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import type { CategoryRow, CategoryStore } from '../store/category.ts'
import { addAsked, addShown, countTags } from './shown-tags.ts'
import type { TagCounts } from './shown-tags.ts'
import type { CategoryTags, TagTable } from './tag-table.ts'

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
  /** Counts of every category among the photos on screen. */
  counts(): ReadonlyMap<number, TagCounts>
}

export function createTagOverview(
  store: { readonly category: Pick<CategoryStore, 'list'> },
  tags: TagTable,
  photos: { readonly visible: PhotoSet; readonly version: number },
): TagOverview {
  let categories: readonly CategoryRow[] = []
  let tagsVersion = -1
  let photosVersion = -1
  const children = new Map<number | null, CategoryRow[]>()
  const subtrees = new Map<number, SubtreeTags>()
  let sections: { tagged: PhotoSet; unsure: PhotoSet } | undefined
  /** Counts with the tags they were made from: most categories are untouched by an answer. */
  const counted = new Map<
    number,
    { readonly tags: CategoryTags; readonly version: number; readonly counts: TagCounts }
  >()
  let allCounts: ReadonlyMap<number, TagCounts> | undefined

  function renew(): void {
    const listed = store.category.list()
    if (listed !== categories || tagsVersion !== tags.version) {
      categories = listed
      tagsVersion = tags.version
      subtrees.clear()
      sections = undefined
      allCounts = undefined
      children.clear()
      for (const category of categories) {
        if (category.hidden) continue
        const siblings = children.get(category.parentId)
        if (siblings === undefined) children.set(category.parentId, [category])
        else siblings.push(category)
      }
    }
    if (photosVersion !== photos.version) {
      photosVersion = photos.version
      counted.clear()
      allCounts = undefined
    }
  }

  function subtree(categoryId: number): SubtreeTags {
    const known = subtrees.get(categoryId)
    if (known !== undefined) return known
    const tree = { shown: createPhotoSet(), unsure: createPhotoSet() }
    // Known from here on, so that a circle of parents, which nothing should ever store, ends instead of hanging.
    subtrees.set(categoryId, tree)
    const own = tags.of(categoryId)
    addShown(tree.shown, own)
    addAsked(tree.unsure, own)
    for (const child of children.get(categoryId) ?? []) addSubtree(tree, child.categoryId)
    tree.shown.deleteAll(own.no)
    tree.unsure.deleteAll(own.no)
    tree.unsure.deleteAll(tree.shown)
    return tree
  }

  /** A leaf is added as it is, without sets of its own: there are hundreds. */
  function addSubtree(target: SubtreeTags, categoryId: number): void {
    if (!children.has(categoryId)) {
      addShown(target.shown, tags.of(categoryId))
      addAsked(target.unsure, tags.of(categoryId))
      return
    }
    const { shown, unsure } = subtree(categoryId)
    target.shown.addAll(shown)
    target.unsure.addAll(unsure)
  }

  function findSections(): { tagged: PhotoSet; unsure: PhotoSet } {
    const tagged = createPhotoSet()
    const unsure = createPhotoSet()
    const unsureOwn = createPhotoSet()
    for (const { categoryId, key, hidden, isGroup } of categories) {
      if (hidden || isGroup) continue
      addShown(tagged, tags.of(categoryId))
      addAsked(key === null ? unsureOwn : unsure, tags.of(categoryId))
    }
    unsure.deleteAll(tagged)
    unsure.addAll(unsureOwn)
    return { tagged, unsure }
  }

  function countOne(categoryId: number): TagCounts {
    const own = tags.of(categoryId)
    const before = counted.get(categoryId)
    if (before?.tags === own && before.version === own.version) return before.counts
    const counts = countTags(own, photos.visible)
    counted.set(categoryId, { tags: own, version: own.version, counts })
    return counts
  }

  function countAll(): ReadonlyMap<number, TagCounts> {
    const counts = new Map<number, TagCounts>()
    for (const { categoryId } of categories) {
      const own = countOne(categoryId)
      if (!children.has(categoryId)) counts.set(categoryId, own)
      else {
        const { shown, unsure } = subtree(categoryId)
        counts.set(categoryId, {
          ...own,
          shown: countShared(shown, photos.visible),
          unsure: countShared(unsure, photos.visible),
        })
      }
    }
    return counts
  }

  return {
    subtree(categoryId) {
      renew()
      return subtree(categoryId)
    },
    tagged() {
      renew()
      return (sections ??= findSections()).tagged
    },
    unsure() {
      renew()
      return (sections ??= findSections()).unsure
    },
    counts() {
      renew()
      return (allCounts ??= countAll())
    },
  }
}
