import { type ReactNode, useEffect, useRef } from 'react'
import { sentenceOf } from '../connection/attempt.ts'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { useView } from '../state/view-store.ts'
import { GroupCard } from './group-card.tsx'
import { PageMessage } from '../controls/page-message.tsx'
import { GroupsSkeleton } from './groups-skeleton.tsx'
import styles from './groups.module.css'
import { groupKey, useGroups } from './groups-store.ts'

const number = new Intl.NumberFormat('en')

/** Photos without a sure tag, in groups that look alike, each to be named: a name makes a category of it. */
export function Groups(): ReactNode {
  const { data, error, isFetching, refetch } = useLibrary('groups.find', {})
  const hadEarlier = useRef(data !== undefined)
  // What was found on an earlier visit may have names by now. While the page is open it stays as it is, or it would jump.
  useEffect(() => {
    if (hadEarlier.current) void refetch()
  }, [refetch])
  const categories = useLibrary('categories.list', {}).data?.categories ?? []
  const { dismissed, named, showDismissed } = useGroups()
  const go = useView((view) => view.go)

  if (error !== null && data === undefined) {
    return (
      <PageMessage title="The groups can’t be looked for" words={sentenceOf(error) ?? ''}>
        <Button onClick={() => void refetch()}>Try again</Button>
      </PageMessage>
    )
  }
  if (data === undefined || isFetching) return <GroupsSkeleton />

  // A name that was undone brings its group back.
  const isNamed = (key: string): boolean => categories.some(({ categoryId }) => categoryId === named.get(key))
  const open = data.groups.filter((group) => !isNamed(groupKey(group)) && !dismissed.has(groupKey(group)))
  const hiddenCount = data.groups.filter((group) => dismissed.has(groupKey(group))).length
  const again = (
    <Button variant="quiet" onClick={() => void refetch()}>
      Look again
    </Button>
  )
  if (open.length === 0) {
    return (
      <PageMessage {...nothingWords(data.photoCount, data.groups.length)}>
        {hiddenCount > 0 && <Button onClick={showDismissed}>Show {hiddenCount} dismissed</Button>}
        {data.groups.length > 0 ? (
          again
        ) : (
          <Button onClick={() => go({ kind: 'untagged' })}>Show untagged photos</Button>
        )}
      </PageMessage>
    )
  }
  return (
    // The keys of the grid are not heard here; it is marked so that an open photo goes back to its place.
    <div className={styles.page} data-keys="photos">
      <div className={styles.top}>
        <p className={styles.sentence}>
          {lookedWords(data.lookedAtCount, data.photoCount)} Give a group a name, and Winnow learns it.
        </p>
        {hiddenCount > 0 && (
          <Button variant="quiet" onClick={showDismissed}>
            Show {hiddenCount} dismissed
          </Button>
        )}
        {again}
      </div>
      <ul className={styles.groups} aria-label="Groups">
        {open.map((group) => (
          <li key={groupKey(group)}>
            <GroupCard group={group} categories={categories} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function lookedWords(lookedAt: number, all: number): string {
  const photos = all === 1 ? 'photo has' : 'photos have'
  if (lookedAt >= all) return `${number.format(all)} ${photos} no sure tag.`
  return `${number.format(all)} ${photos} no sure tag; Winnow looked at ${number.format(lookedAt)} of them.`
}

function nothingWords(photoCount: number, groupCount: number): { readonly title: string; readonly words: string } {
  if (groupCount > 0) return { title: 'All groups are done', words: 'Look again, and Winnow groups what is left.' }
  return photoCount === 0
    ? { title: 'Everything has a name', words: 'Photos that fit no category come here, in groups that look alike.' }
    : {
        title: 'No groups yet',
        words: `${number.format(photoCount)} ${photoCount === 1 ? 'photo has' : 'photos have'} no sure tag, but they are too different from each other to make a group.`,
      }
}
