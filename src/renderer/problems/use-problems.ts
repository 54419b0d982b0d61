import type { Problem } from '../../contract/indexing.ts'
import { useLibrary } from '../connection/library.tsx'

/** Problems are asked for in pages of this many. */
export const pageSize = 200

/** The problems from one index to another, at most a page apart: read from the one or two pages they lie on. */
export function useProblems(firstIndex: number, lastIndex: number): (index: number) => Problem | undefined {
  const firstPage = Math.floor(firstIndex / pageSize)
  const lastPage = Math.floor(lastIndex / pageSize)
  const first = useLibrary('problems.list', { offset: firstPage * pageSize, limit: pageSize }).data
  const last = useLibrary('problems.list', { offset: lastPage * pageSize, limit: pageSize }).data
  return (index) => {
    const page = Math.floor(index / pageSize)
    const answer = page === firstPage ? first : page === lastPage ? last : undefined
    return answer?.problems[index % pageSize]
  }
}
