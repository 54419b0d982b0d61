import { createPhotoSet } from '../../core/search/photo-set.ts'
import type { PhotoSet } from '../../core/search/photo-set.ts'
import type { DecisionStore } from '../store/decision.ts'
import type { PredictionStore } from '../store/prediction.ts'

/** Who carries a category, as sets of photos; whether or not these are on screen. Not to be changed. */
export interface CategoryTags {
  /** What Winnow thinks; never both. */
  readonly sure: PhotoSet
  readonly unsure: PhotoSet
  /** What the person said; never both. */
  readonly yes: PhotoSet
  readonly no: PhotoSet
  /** Rises when a photo is added to or taken from one of these. */
  readonly version: number
}

/**
 * Predictions and decisions of all categories in memory, one bit each: counts for 500 categories over 100,000 photos take
 * milliseconds. SQLite stays the truth: writers only say what is old, and it is read again before the next answer, so that a
 * transaction that was rolled back leaves no trace here.
 */
export interface TagTable {
  /** Rises with every change. */
  readonly version: number
  of(categoryId: number): CategoryTags
  /** Whether `of` has this category at hand, or will read it. */
  isLoaded(categoryId: number): boolean
  /** This photo's predictions or decisions were written. */
  photoIsOld(photoId: number): void
  /** The category's predictions or decisions were written, for many photos. */
  categoryIsOld(categoryId: number): void
  /** Another model serves: what it thinks is read when it is next asked for. */
  allAreOld(): void
  /** Reads up to `limit` old photos again. Returns whether none is left; `of` reads what is. */
  refresh(limit: number): boolean
}

interface LoadedTags extends CategoryTags {
  version: number
}

export function createTagTable(store: {
  readonly prediction: Pick<PredictionStore, 'bandsOf' | 'ofPhoto'>
  readonly decision: Pick<DecisionStore, 'ofCategory' | 'ofPhoto'>
}): TagTable {
  const byCategory = new Map<number, LoadedTags>()
  const oldPhotos = new Set<number>()
  let version = 0

  function load(categoryId: number): LoadedTags {
    const { sure, unsure } = store.prediction.bandsOf(categoryId)
    const tags: LoadedTags = {
      sure: createPhotoSet(sure),
      unsure: createPhotoSet(unsure),
      yes: createPhotoSet(),
      no: createPhotoSet(),
      version: 0,
    }
    for (const { photoId, verdict } of store.decision.ofCategory(categoryId)) {
      if (verdict !== 'undecided') tags[verdict].add(photoId)
    }
    byCategory.set(categoryId, tags)
    return tags
  }

  function readAgain(photoId: number): void {
    const predicted = new Map(store.prediction.ofPhoto(photoId).map(({ categoryId, band }) => [categoryId, band]))
    const decided = new Map(store.decision.ofPhoto(photoId).map(({ categoryId, verdict }) => [categoryId, verdict]))
    for (const [categoryId, tags] of byCategory) {
      const band = predicted.get(categoryId)
      const verdict = decided.get(categoryId)
      const changes = [
        setMember(tags.sure, photoId, band === 'sure'),
        setMember(tags.unsure, photoId, band === 'unsure'),
        setMember(tags.yes, photoId, verdict === 'yes'),
        setMember(tags.no, photoId, verdict === 'no'),
      ]
      if (changes.includes(true)) tags.version++
    }
  }

  function refresh(limit: number): boolean {
    let left = limit
    for (const photoId of oldPhotos) {
      if (left-- === 0) return false
      oldPhotos.delete(photoId)
      readAgain(photoId)
    }
    return true
  }

  return {
    get version() {
      return version
    },
    of(categoryId) {
      refresh(Infinity)
      return byCategory.get(categoryId) ?? load(categoryId)
    },
    isLoaded: (categoryId) => byCategory.has(categoryId),
    photoIsOld(photoId) {
      version++
      // Where nothing was read yet, nothing is old.
      if (byCategory.size > 0) oldPhotos.add(photoId)
    },
    refresh,
    allAreOld() {
      byCategory.clear()
      oldPhotos.clear()
      version++
    },
    categoryIsOld(categoryId) {
      byCategory.delete(categoryId)
      version++
    },
  }
}

/** Returns whether that was a change. */
function setMember(set: PhotoSet, photoId: number, isMember: boolean): boolean {
  if (set.has(photoId) === isMember) return false
  if (isMember) set.add(photoId)
  else set.delete(photoId)
  return true
}
