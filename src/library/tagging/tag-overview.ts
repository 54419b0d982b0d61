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

/** The tags that a union was made from, as they were then. */
type Sources = readonly { readonly categoryId: number; readonly tags: CategoryTags; readonly version: number }[]

/** Photos of the built-in categories together: an answer about a category of the person's own changes none of them. */
interface BuiltIn {
  readonly tagged: PhotoSet
  readonly asked: PhotoSet
  readonly sources: Sources
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
  const subtrees = new Map<number, { readonly tree: SubtreeTags; sources: Sources; seenAtVersion: number }>()
  let builtIn: BuiltIn | undefined
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
      tagsVersion = tags.version
      sections = undefined
      allCounts = undefined
    }
    if (listed !== categories) {
      categories = listed
      subtrees.clear()
      builtIn = undefined
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

  const sourceOf = (categoryId: number): Sources[number] => {
    const now = tags.of(categoryId)
    return { categoryId, tags: now, version: now.version }
  }

  const areAsTheyWere = (sources: Sources): boolean =>
    sources.every(({ categoryId, tags: before, version }) => {
      const now = tags.of(categoryId)
      return now === before && now.version === version
    })

  function subtree(categoryId: number): SubtreeTags {
    const known = subtrees.get(categoryId)
    if (known !== undefined && (known.seenAtVersion === tagsVersion || areAsTheyWere(known.sources))) {
      known.seenAtVersion = tagsVersion
      return known.tree
    }
    const tree = { shown: createPhotoSet(), unsure: createPhotoSet() }
    const nothing: Sources = []
    const made = { tree, sources: nothing, seenAtVersion: tagsVersion }
    // Known from here on, so that a circle of parents, which nothing should ever store, ends instead of hanging.
    subtrees.set(categoryId, made)
    const own = tags.of(categoryId)
    addShown(tree.shown, own)
    addAsked(tree.unsure, own)
    const below = children.get(categoryId) ?? []
    for (const child of below) addSubtree(tree, child.categoryId)
    made.sources = [
      sourceOf(categoryId),
      ...below.flatMap((child) => subtrees.get(child.categoryId)?.sources ?? [sourceOf(child.categoryId)]),
    ]
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

  function findBuiltIn(): BuiltIn {
    if (builtIn !== undefined && areAsTheyWere(builtIn.sources)) return builtIn
    const tagged = createPhotoSet()
    const asked = createPhotoSet()
    const shown = categories.filter(({ key, hidden, isGroup }) => key !== null && !hidden && !isGroup)
    const sources = shown.map(({ categoryId }) => sourceOf(categoryId))
    for (const { tags: own } of sources) {
      addShown(tagged, own)
      addAsked(asked, own)
    }
    return (builtIn = { tagged, asked, sources })
  }

  function findSections(): { tagged: PhotoSet; unsure: PhotoSet } {
    const known = findBuiltIn()
    const tagged = known.tagged.copy()
    const unsure = known.asked.copy()
    const unsureOwn = createPhotoSet()
    for (const { categoryId, key, hidden, isGroup } of categories) {
      if (key !== null || hidden || isGroup) continue
      addShown(tagged, tags.of(categoryId))
      addAsked(unsureOwn, tags.of(categoryId))
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
