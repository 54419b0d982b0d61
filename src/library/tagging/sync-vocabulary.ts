import { z } from 'zod'
import type { Vocabulary } from '../../core/vocabulary/vocabulary-schema.ts'
import type { Store } from '../store/store.ts'
import { shortHash } from './model-data.ts'
import { mergedCategory, plannedCategories } from './plan-vocabulary.ts'

const syncedKey = 'vocabulary'

/**
 * Brings the built-in categories up to the vocabulary that came with Winnow: new ones appear, known ones change but for what
 * the person touched, and those that are no longer part of it go, unless the person has answered about them, taught them by
 * pictures or put them into a choice. Does nothing when this vocabulary was stored already. In one transaction.
 */
export function syncVocabulary(store: Store, vocabulary: Vocabulary, nowMs: number): void {
  const hash = shortHash(vocabulary)
  if (store.setting.get(syncedKey, z.string()) === hash) return
  store.transaction(() => {
    const idByKey = new Map<string, number>()
    for (const planned of plannedCategories(vocabulary)) {
      const { key } = planned.category
      if (key === null) continue
      const parentId = planned.parentKey === null ? null : (idByKey.get(planned.parentKey) ?? null)
      const row = store.category.byKey(key)
      if (row === null) idByKey.set(key, store.category.insert({ ...planned.category, parentId }, nowMs))
      else {
        store.category.update(mergedCategory(row, planned, parentId))
        store.category.setRemoved(row.categoryId, null)
        idByKey.set(key, row.categoryId)
      }
    }
    const taught = new Set([...store.decision.categories(), ...store.example.counts().keys()])
    for (const { categoryId, key, choiceId } of store.category.list()) {
      if (key === null || idByKey.has(key) || taught.has(categoryId) || choiceId !== null) continue
      store.category.setRemoved(categoryId, nowMs)
      store.prediction.clearCategoryOfAll(categoryId)
    }
    store.setting.set(syncedKey, hash)
  })
}
