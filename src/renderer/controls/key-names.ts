import { isMac } from '../connection/platform.ts'

const common: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'Page up',
  PageDown: 'Page down',
  Plus: '+',
}
const mac: Readonly<Record<string, string>> = { ...common, Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' }
const elsewhere: Readonly<Record<string, string>> = { ...common, Mod: 'Ctrl' }

/**
 * The names on the keys of a combination, in the order they are said: `Mod+Shift+Z` gives `['Ctrl', 'Shift', 'Z']`, on
 * a Mac `['⇧', '⌘', 'Z']`. Keys are named as in `KeyboardEvent.key`; `Mod` is Command on a Mac and Ctrl elsewhere.
 */
export function keyNames(keys: string, onMac: boolean = isMac): readonly string[] {
  const parts = keys.split('+')
  // Apple writes the Command key last of the modifiers, next to the letter.
  const ordered = onMac && parts[0] === 'Mod' ? [...parts.slice(1, -1), 'Mod', ...parts.slice(-1)] : parts
  const names = onMac ? mac : elsewhere
  return ordered.map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
}
