import { join } from 'node:path'
import type { FileToRead } from '../../contract/worker.ts'
import type { UnreadFile } from '../store/work.ts'

export function fileToRead({ fileId, folderPath, relativePath, sizeBytes, mtimeMs }: UnreadFile): FileToRead {
  return { fileId, path: join(folderPath, relativePath), sizeBytes, mtimeMs }
}
