import { useEffect } from 'react'
import { bridge } from '../connection/host.ts'
import { runCommand } from '../state/commands.ts'
import { type KeyBinding, keyBindings } from './key-bindings.ts'
import { matchesKey } from './match-key.ts'
import { useAppCommands } from './use-app-commands.ts'

const bindings: readonly KeyBinding[] = keyBindings

/** Lists take letters and arrows for themselves, but for lists of photos, which are walked like the grid. */
const ownsItsKeys =
  'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]:not([data-keys="photos"] *)'

/** The one place that listens to keys, and to the window's menu: finds the command one stands for and does it. */
export function useAppKeys(): void {
  useAppCommands()
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  useEffect(() => bridge?.onMenuCommand((command) => void runCommand(command)), [])
}

function onKeyDown(event: KeyboardEvent): void {
  // Whoever has the focus comes first, and a dialog keeps everything to itself.
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null) return
  const target = event.target instanceof Element ? event.target : document.body
  for (const binding of bindings) {
    const pressed = binding.keys.some((keys) => isPressed(event, keys, binding) && worksAt(keys, binding, target))
    if (!pressed) continue
    if (runCommand(binding.id, { extend: event.shiftKey })) event.preventDefault()
    return
  }
}

function isPressed(event: KeyboardEvent, keys: string, binding: KeyBinding): boolean {
  return matchesKey(event, keys, binding.extendable === true)
}

/** Letters typed into a field, arrows in a menu and Enter on a button are theirs. */
function worksAt(keys: string, binding: KeyBinding, target: Element): boolean {
  const reviewing = document.querySelector('[data-keys="review"]') !== null
  if (reviewing ? binding.when !== 'review' && binding.inReview !== true : binding.when === 'review') return false
  // What lies beside the photos has its own buttons: a letter there must not answer for a photo.
  if (binding.when === 'category' && target.closest('[data-keys="panel"]') !== null) return false
  if (target.closest(ownsItsKeys) !== null) {
    return binding.when === 'while-typing' && keys.startsWith('Mod+')
  }
  const presses = keys === 'Enter' || keys === 'Space'
  if (presses && target.closest('button, a') !== null) return false
  const movesOrPresses = binding.when === 'photos' || binding.when === 'viewer'
  return !movesOrPresses || target === document.body || target.closest('[data-keys="photos"]') !== null
}
