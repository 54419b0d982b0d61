import type { ReactNode } from 'react'
import type { Folder } from '../../contract/folders.ts'

interface FolderOptionsProps {
  readonly folders: readonly Folder[]
  readonly valueOf: (folderId: number, folderPath: string) => string
}

/** The library's folders and those in them, for a `<select>`. */
export function FolderOptions({ folders, valueOf }: FolderOptionsProps): ReactNode {
  return folders.map(({ folderId, name, subfolders }) => (
    <optgroup key={folderId} label={name}>
      <option value={valueOf(folderId, '')}>all of {name}</option>
      {subfolders.map(({ path }) => (
        <option key={path} value={valueOf(folderId, path)}>
          {path}
        </option>
      ))}
    </optgroup>
  ))
}
