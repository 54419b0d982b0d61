/** The names of the only messages between the preload script and main. */
export const windowChannels = {
  /** Page to main: asks for a port to the library. */
  connect: 'winnow:connect',
  /** Main to page, with a port. */
  port: 'winnow:port',
  /** Page to main, answered with paths. */
  folderDialog: 'winnow:folder-dialog',
} as const
