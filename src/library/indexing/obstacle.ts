import { WinnowError } from '../../contract/error.ts'
import { isDiskFull } from '../store/database-error.ts'

/** What is in the way of indexing, as a sentence for the person. */
export function obstacleOf(error: unknown): WinnowError {
  if (error instanceof WinnowError && error.code !== 'disk-full') return error
  if (error instanceof WinnowError || isDiskFull(error)) {
    return new WinnowError('disk-full', 'The disk is full. Free some space; Winnow then goes on by itself.')
  }
  return new WinnowError('internal', 'Something went wrong while photos were read. Winnow tries again soon.')
}
