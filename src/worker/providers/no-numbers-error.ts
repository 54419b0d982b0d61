import { WinnowError } from '../../contract/error.ts'

/** A provider computed, and what it computed are no numbers. */
export class NoNumbersError extends WinnowError {
  constructor() {
    super('provider-failed', 'It answered numbers that are none.')
  }
}
