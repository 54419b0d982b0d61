/** How patient a download is. Tests have less time. */
export interface DownloadLimits {
  /** No byte for so long means that the server is gone. */
  readonly stallMs: number
  /** Tries in a row that brought no byte. */
  readonly tries: number
  /** Before the second try; doubled before each further one. */
  readonly firstPauseMs: number
  readonly longestPauseMs: number
}

export const usualLimits: DownloadLimits = { stallMs: 30_000, tries: 6, firstPauseMs: 1000, longestPauseMs: 60_000 }
