import { describe, expect, it } from 'vitest'
import { revealCommands } from './reveal-file.ts'

describe('revealCommands', () => {
  it('passes the path as one argument, whatever is in it', () => {
    const hostile = '/photos/-rf $(touch x) `y`; "z", 100% é.jpg'
    expect({
      mac: revealCommands('darwin', hostile),
      linux: revealCommands('linux', hostile),
    }).toEqual({
      mac: [{ program: 'open', args: ['-R', hostile] }],
      linux: [
        {
          program: 'dbus-send',
          args: [
            '--session',
            '--print-reply',
            '--dest=org.freedesktop.FileManager1',
            '/org/freedesktop/FileManager1',
            'org.freedesktop.FileManager1.ShowItems',
            'array:string:file:///photos/-rf%20$(touch%20x)%20%60y%60;%20%22z%22%2C%20100%25%20%C3%A9.jpg',
            'string:',
          ],
        },
        { program: 'xdg-open', args: ['/photos'] },
      ],
    })
  })

  it('quotes the path the way explorer reads it', () => {
    expect(revealCommands('win32', 'C:/My photos/a, b.jpg')).toEqual([
      { program: 'explorer.exe', args: ['/select,"C:\\My photos\\a, b.jpg"'], verbatim: true },
    ])
  })
})
