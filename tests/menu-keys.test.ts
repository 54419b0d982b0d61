import type { MenuItemConstructorOptions } from 'electron'
import { expect, it } from 'vitest'
import { type MenuActions, menuTemplate } from '../src/main/app-menu.ts'
import { keyBindings } from '../src/renderer/app/key-bindings.ts'

/** The keys that Electron gives roles on Linux and Windows, as far as the menu has them. */
const keysOfRoles: Readonly<Record<string, string>> = {
  undo: 'Mod+Z',
  redo: 'Mod+Y',
  cut: 'Mod+X',
  copy: 'Mod+C',
  paste: 'Mod+V',
  selectAll: 'Mod+A',
  resetZoom: 'Mod+0',
  zoomIn: 'Mod+Plus',
  zoomOut: 'Mod+-',
  togglefullscreen: 'F11',
  toggleDevTools: 'Mod+Shift+I',
  quit: 'Mod+Q',
  minimize: 'Mod+M',
  close: 'Mod+W',
}

const noActions: MenuActions = { addFolder: () => {}, sortFiles: () => {}, showLog: () => {} }

function items(template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])])
}

it('takes no key that the interface has a meaning for', () => {
  const menu = items(menuTemplate('linux', noActions))
  const registered = menu
    .filter((item) => item.registerAccelerator !== false)
    .map((item) => String(item.accelerator ?? keysOfRoles[item.role ?? ''] ?? '').replace('CmdOrCtrl', 'Mod'))
    .filter((key) => key !== '')
  const ofInterface = keyBindings.flatMap(({ keys }): readonly string[] => keys)
  expect(registered).toContain('Mod+Q')
  expect(registered.filter((key) => ofInterface.includes(key))).toEqual([])
})

it('has the menus each system expects', () => {
  expect(menuTemplate('darwin', noActions).map(({ role, label }) => role ?? label)).toEqual([
    'appMenu',
    '&File',
    '&Edit',
    '&View',
    'windowMenu',
    'help',
  ])
  expect(menuTemplate('win32', noActions).map(({ role, label }) => role ?? label)).toEqual([
    '&File',
    '&Edit',
    '&View',
    'windowMenu',
    'help',
  ])
})

it('asks the page to sort files', () => {
  const asked: string[] = []
  const actions = { ...noActions, sortFiles: () => asked.push('sort') }
  const item = items(menuTemplate('linux', actions)).find(({ label }) => label === 'Sort files…')
  Reflect.apply(item?.click ?? (() => {}), undefined, [])
  expect(asked).toEqual(['sort'])
})
