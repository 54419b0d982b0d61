import type { Command } from './run-quietly.ts'
import { runQuietly } from './run-quietly.ts'

/** The command that opens an address in the person's browser, without a shell that would read its `&` and `?`. */
export function openCommand(platform: NodeJS.Platform, address: string): Command {
  if (platform === 'darwin') return { program: 'open', args: [address] }
  if (platform === 'win32') return { program: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', address] }
  return { program: 'xdg-open', args: [address] }
}

/** Asks the system to open an `http://` address of our own. A failure is no error: the address is printed as well. */
export async function openInBrowser(address: string): Promise<void> {
  await runQuietly(openCommand(process.platform, address), 5000)
}
