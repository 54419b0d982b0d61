import { posix, win32 } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Command } from './run-quietly.ts'
import { runQuietly } from './run-quietly.ts'

/**
 * The commands that show a file in the file manager, to be tried in turn until one exits well. Paths are absolute, so
 * none can be taken for an option, and no shell reads them.
 *
 * @param path absolute path of the file
 */
export function revealCommands(platform: NodeJS.Platform, path: string): readonly Command[] {
  if (platform === 'darwin') return [{ program: 'open', args: ['-R', path] }]
  if (platform === 'win32') {
    // explorer reads its command line itself: the quotes belong around the path alone. No file name can hold a quote.
    return [{ program: 'explorer.exe', args: [`/select,"${win32.normalize(path)}"`], verbatim: true }]
  }
  return [
    {
      program: 'dbus-send',
      args: [
        '--session',
        '--print-reply',
        '--dest=org.freedesktop.FileManager1',
        '/org/freedesktop/FileManager1',
        'org.freedesktop.FileManager1.ShowItems',
        // dbus-send parts arrays at commas, and pathToFileURL leaves them as they are.
        `array:string:${fileUrl(path).replaceAll(',', '%2C')}`,
        'string:',
      ],
    },
    { program: 'xdg-open', args: [posix.dirname(path)] },
  ]
}

function fileUrl(path: string): string {
  return pathToFileURL(path, { windows: false }).href
}

/** Shows a file in Finder, Explorer or the file manager. @throws Error with a sentence when none could be asked. */
export async function revealFile(path: string): Promise<void> {
  for (const command of revealCommands(process.platform, path)) {
    const code = await runQuietly(command, 5000)
    // explorer exits with 1 when all went well.
    if (code === 0 || (code !== null && command.program === 'explorer.exe')) return
  }
  throw new Error(`No file manager could be asked to show ${path}.`)
}
