import type { BrowserWindow } from 'electron'
import { dialog } from 'electron'

/** The system's folder dialog; [] when the person cancels it. */
export async function chooseFolders(window: BrowserWindow): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Add folders',
    buttonLabel: 'Add',
    properties: ['openDirectory', 'multiSelections'],
  })
  return canceled ? [] : filePaths
}
