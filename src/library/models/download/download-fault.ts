/** What to do about it: wait and try again, throw away what is there and begin anew, or tell the person. */
export type Remedy = 'retry' | 'restart' | 'tell'

/** What stopped a file on its way. `message` is a sentence for the person. */
export class DownloadFault extends Error {
  override readonly name = 'DownloadFault'
  readonly remedy: Remedy
  /** The server asked for so long a pause. */
  readonly retryAfterMs: number | null

  constructor(message: string, remedy: Remedy = 'tell', retryAfterMs: number | null = null) {
    super(message)
    this.remedy = remedy
    this.retryAfterMs = retryAfterMs
  }
}
