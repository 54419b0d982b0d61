/** Folders that hold copies, caches and rubbish, in lower case: what a person would not call their photos. */
const excludedFolders = new Set([
  // Thumbnails of Synology and QNAP servers
  '@eadir',
  '@recycle',
  '#recycle',
  '#snapshot',
  '$recycle.bin',
  'system volume information',
  'node_modules',
  'lost+found',
  '__macosx',
])

/** Libraries of other programs: their insides are not the person's own filing, and copies of it would show twice. */
const excludedPackages = [
  '.photoslibrary',
  '.photolibrary',
  '.aplibrary',
  '.lrdata',
  '.lrlibrary',
  '.migratedphotolibrary',
]

/**
 * Whether a scan passes a file or folder of this name by. Hidden ones (".git", ".Trash-1000", ".thumbnails", "._IMG_1.jpg",
 * ".trashed-17-IMG.jpg") are hidden for a reason: the person, the system or a phone put them out of sight.
 */
export function isExcludedName(name: string): boolean {
  if (name.startsWith('.')) return true
  const lower = name.toLowerCase()
  return excludedFolders.has(lower) || excludedPackages.some((ending) => lower.endsWith(ending))
}
