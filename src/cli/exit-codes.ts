/** What `winnow` ends with, for scripts. `winnow --help` lists them. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  usage: 2,
  libraryInUse: 3,
  nothingFound: 4,
  interrupted: 130,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
