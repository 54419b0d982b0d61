import { expect, test } from 'vitest'
import { keyNames } from './key-names.ts'

test('names keys as the keyboard has them', () => {
  expect(keyNames('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
  expect(keyNames('Mod+Shift+Z', true)).toEqual(['⇧', '⌘', 'Z'])
  expect(keyNames('Mod+Plus', true)).toEqual(['⌘', '+'])
  expect(keyNames('ArrowLeft', false)).toEqual(['←'])
})
