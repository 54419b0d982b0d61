import { type ReactNode, useId, useState } from 'react'
import { type KeyBinding, keyBindings } from '../app/key-bindings.ts'
import { foldWords } from '../../core/search/fold-text.ts'
import { Dialog } from '../controls/dialog.tsx'
import { Kbd } from '../controls/kbd.tsx'
import { keyNames } from '../controls/key-names.ts'
import { useView } from '../state/view-store.ts'
import styles from './keys-help.module.css'

const bindings: readonly KeyBinding[] = keyBindings

/** Keys that are the sidebar's own and therefore not in the register. */
const sidebarKeys: readonly Pick<KeyBinding, 'label' | 'keys'>[] = [
  { label: 'Go to the row that begins with a letter', keys: [] },
  { label: 'Rename a category', keys: ['F2'] },
  { label: 'Move a category up or down', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  { label: 'Delete a category, remove a folder', keys: ['Delete'] },
]

/** All keys, in groups, narrowed by what is typed: words or the key itself. */
export function KeysHelp(): ReactNode {
  const show = useView((view) => view.show)
  const [typed, setTyped] = useState('')
  const id = useId()
  const groups = [...Map.groupBy(bindings, ({ group }) => group), ['Sidebar', sidebarKeys] as const]
    .map(([group, members]) => ({ group, members: members.filter((binding) => fits(binding, typed)) }))
    .filter(({ members }) => members.length > 0)
  return (
    <Dialog label="All keys" onClose={() => show('none')}>
      <div className={styles.top}>
        <h2 className={styles.title}>Keys</h2>
        <input
          id={id}
          className={styles.field}
          type="search"
          aria-label="Look for a key"
          placeholder="Look for a key"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      {/* Scrolled with the keyboard, so it must be able to hold the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.groups} tabIndex={0} role="region" aria-label="Keys">
        {groups.map(({ group, members }) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl className={styles.keys}>
              {members.map(({ label, keys }) => (
                <div key={label} className={styles.line}>
                  <dt>{label}</dt>
                  <dd>
                    {keys.map((combination) => (
                      <Kbd key={combination} keys={combination} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {groups.length === 0 && <p className={styles.none}>No key does that.</p>}
      </div>
    </Dialog>
  )
}

function fits({ label, keys }: Pick<KeyBinding, 'label' | 'keys'>, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return true
  if (keys.some((combination) => keyNames(combination).join(' ').toLowerCase().includes(wanted))) return true
  const words = foldWords(label)
  return foldWords(typed).every((part) => words.some((word) => word.startsWith(part)))
}
