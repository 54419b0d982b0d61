/** The names of the only messages between the preload script and main. */
export const windowChannels = {
  /** Page to main: asks for a port to the library. */
  connect: 'winnow:connect',
  /** Main to page, with a port. */
  port: 'winnow:port',
  /** Page to main, answered with paths. */
  folderDialog: 'winnow:folder-dialog',
  /** Main to page, with one of `menuCommands`. */
  menuCommand: 'winnow:menu-command',
} as const

/** What the window's menu asks of the page, by the name the page's own commands have. */
export const menuCommands = ['sort-files'] as const
export type MenuCommand = (typeof menuCommands)[number]
