import { isMac } from '../connection/platform.ts'

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** The key as the bindings name it: letters in upper case, by position where the layout is not Latin (Y is Y in Greek too). */
function keyName(press: KeyPress): string {
  if (press.key === ' ') return 'Space'
  if (press.key === '+') return 'Plus'
  if (press.key.length > 1) return press.key
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1]
  const isAscii = press.key >= ' ' && press.key <= '~'
  return isAscii || letter === undefined ? press.key.toUpperCase() : letter
}

/**
 * Whether a key press is the combination `keys` ("Mod+Shift+Z", "ArrowLeft", "?"). Shift is not looked at for signs,
 * because layouts differ in which signs need it, nor where `shiftIsFree`.
 */
export function matchesKey(press: KeyPress, keys: string, shiftIsFree = false, onMac: boolean = isMac): boolean {
  const parts = keys.split('+')
  const wanted = parts.at(-1) ?? ''
  if (keyName(press) !== wanted) return false
  const [mod, other] = onMac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  if (mod !== parts.includes('Mod') || other || press.altKey !== parts.includes('Alt')) return false
  const isSign = wanted === 'Plus' || (wanted.length === 1 && !/[A-Z]/.test(wanted))
  return isSign || shiftIsFree || press.shiftKey === parts.includes('Shift')
}
