import { X } from 'lucide-react'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import type { Category } from '../../contract/categories.ts'
import { Button } from '../controls/button.tsx'
import { Chip } from '../controls/chip.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import styles from './group-card.module.css'
import { GroupPhotos } from './group-photos.tsx'
import { groupKey, type PhotoGroup, useGroups } from './groups-store.ts'
import { nameGroup, ownCategoryNamed } from './name-group.ts'

interface GroupCardProps {
  readonly group: PhotoGroup
  readonly categories: readonly Category[]
}

/** One group: its photos, names it may have, and a field for another. */
export function GroupCard({ group, categories }: GroupCardProps): ReactNode {
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const card = useRef<HTMLElement>(null)
  const dismiss = useGroups((groups) => groups.dismiss)
  const chosen = group.photoIds.filter((photoId) => !left.has(photoId))
  const photos = `${chosen.length.toLocaleString('en')} ${chosen.length === 1 ? 'photo' : 'photos'}`
  const [suggestion] = group.suggestedNames
  const known = ownCategoryNamed(categories, typed)

  const give = async (name: string): Promise<void> => {
    if (busy || name.trim() === '' || chosen.length === 0) return
    setBusy(true)
    const goOn = fieldAfter(card.current)
    const done = await nameGroup(group, chosen, name.trim(), categories)
    setBusy(false)
    if (done) goOn()
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    void give(typed)
  }
  const onToggle = (photoId: number): void => {
    const next = new Set(left)
    if (!next.delete(photoId)) next.add(photoId)
    setLeft(next)
  }
  return (
    <section
      ref={card}
      className={styles.card}
      aria-label={`Group of ${group.photoIds.length} photos${suggestion === undefined ? '' : `, perhaps ${suggestion}`}`}
    >
      <div className={styles.top}>
        <form className={styles.form} onSubmit={onSubmit}>
          <input
            className={styles.field}
            aria-label={`Name for ${photos}`}
            placeholder={`Name ${photos}`}
            maxLength={80}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {typed.trim() !== '' && (
            <Button type="submit" variant="primary" disabled={busy || chosen.length === 0}>
              {known === undefined ? 'Make category' : `Add to ${known.name}`}
            </Button>
          )}
        </form>
        {typed.trim() === '' && (
          <div className={styles.names}>
            {group.suggestedNames.map((name) => (
              <Chip key={name} tone="guessed" onClick={() => void give(name)}>
                {name}
                <span className="visually-hidden">: make it the name of {photos}</span>
              </Chip>
            ))}
          </div>
        )}
        <IconButton
          label="Dismiss this group"
          className={styles.dismiss ?? ''}
          onClick={() => {
            const goOn = fieldAfter(card.current)
            dismiss(groupKey(group))
            goOn()
          }}
        >
          <X />
        </IconButton>
      </div>
      <GroupPhotos photoIds={group.photoIds} left={left} onToggle={onToggle} />
    </section>
  )
}

/** Gives the keyboard to the next group's field, for when this group goes and would take it along. */
function fieldAfter(card: HTMLElement | null): () => void {
  const item = card?.closest('li')
  const next = item?.nextElementSibling ?? item?.previousElementSibling
  return () => next?.querySelector('input')?.focus()
}
