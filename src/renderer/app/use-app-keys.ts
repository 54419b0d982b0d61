import { useEffect } from 'react'
import { runCommand } from '../state/commands.ts'
import { type KeyBinding, keyBindings } from './key-bindings.ts'
import { matchesKey } from './match-key.ts'
import { useAppCommands } from './use-app-commands.ts'

const bindings: readonly KeyBinding[] = keyBindings

/** The one place that listens to keys: finds the command a key stands for and does it. */
export function useAppKeys(): void {
  useAppCommands()
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
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
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]') !== null) {
    return binding.when === 'while-typing' && keys.startsWith('Mod+')
  }
  const presses = keys === 'Enter' || keys === 'Space'
  if (presses && target.closest('button, a') !== null) return false
  const movesOrPresses = binding.when === 'photos' || binding.when === 'viewer'
  return !movesOrPresses || target === document.body || target.closest('[data-keys="photos"]') !== null
}
