import { stat } from 'node:fs/promises'
import { isCloudPlaceholder } from '../../core/scan/cloud-placeholder.ts'

/** Whether a file's bytes are elsewhere, so that opening it would download it. False when it can't be asked. */
export async function isInTheCloud(path: string, platform: string = process.platform): Promise<boolean> {
  if (platform !== 'darwin' && platform !== 'win32') return false
  return await stat(path).then(
    ({ size, blocks }) => isCloudPlaceholder(platform, size, blocks),
    () => false,
  )
}
