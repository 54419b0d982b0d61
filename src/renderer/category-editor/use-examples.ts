import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { attempt } from '../connection/attempt.ts'
import { library, useLibrary } from '../connection/library.tsx'
import { addPicture } from '../photos/add-picture.ts'
import type { ShownExample } from './examples-field.tsx'

interface Examples {
  readonly examples: readonly ShownExample[]
  readonly add: (files: readonly File[], verdict: 'yes' | 'no') => void
  readonly remove: (key: string) => void
}

const none: readonly ShownExample[] = []

/** The pictures from outside that teach a stored category. */
export function useExamples(categoryId: number): Examples {
  const queries = useQueryClient()
  const { data } = useLibrary('categories.examples', { categoryId })
  const examples = useMemo(
    () => data?.examples.map(({ exampleId, name, verdict }) => ({ key: String(exampleId), name, verdict })) ?? none,
    [data],
  )
  const refresh = useCallback(async () => {
    await Promise.all(
      ['categories.examples', 'categories.preview', 'categories.list'].map((method) =>
        queries.invalidateQueries({ queryKey: [method] }),
      ),
    )
  }, [queries])

  const add = async (files: readonly File[], verdict: 'yes' | 'no'): Promise<void> => {
    const pictures = []
    for (const file of files) {
      const picture = await addPicture(file)
      if (picture !== undefined) pictures.push(picture)
    }
    const [first] = pictures
    if (first === undefined) return
    const what = pictures.length === 1 ? `“${first.name}”` : `${pictures.length} pictures`
    await attempt(
      library['categories.addExamples']({
        categoryId,
        pictureIds: pictures.map(({ pictureId }) => pictureId),
        verdict,
      }),
      () => `Added ${what} as ${verdict === 'yes' ? 'an example' : 'a counter-example'}`,
    )
    await refresh()
  }
  const remove = async (key: string): Promise<void> => {
    const name = examples.find((example) => example.key === key)?.name ?? ''
    await attempt(
      library['categories.removeExample']({ exampleId: Number(key) }),
      () => `Removed the example “${name}”`,
    )
    await refresh()
  }
  return {
    examples,
    add: (files, verdict) => void add(files, verdict),
    remove: (key) => void remove(key),
  }
}
