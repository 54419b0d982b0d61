/** Small files may be kept inside the directory itself and own no block either. */
const smallestPlaceholderBytes = 4096

/**
 * Whether a file is a placeholder of a cloud drive (iCloud, OneDrive, Dropbox): it has a size but occupies no disk, and
 * opening it would download it. On Linux such files are sparse ones, which are whole.
 *
 * @param blocks of 512 bytes, as `stat` counts them
 */
export function isCloudPlaceholder(platform: string, sizeBytes: number, blocks: number): boolean {
  return (platform === 'darwin' || platform === 'win32') && sizeBytes >= smallestPlaceholderBytes && blocks === 0
}
