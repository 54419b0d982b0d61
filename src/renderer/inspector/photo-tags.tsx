import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { PhotoDetails } from '../../contract/photos.ts'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { Chip } from '../controls/chip.tsx'
import { Kbd } from '../controls/kbd.tsx'
import { useAnswer } from '../photos/use-answer.ts'
import { runCommand } from '../state/commands.ts'
import { arrangeTags } from './arrange-tags.ts'
import styles from './photo-tags.module.css'
import { TagRow } from './tag-row.tsx'

/** How many guesses are shown before they are asked for. */
const fewUnsure = 3

/** A photo's tags with who said each, what the person said no to, and a way to add one. */
export function PhotoTags({ details }: { readonly details: PhotoDetails }): ReactNode {
  const answer = useAnswer()
  const photoIds = [details.photoId]
  const { shown, unsure } = arrangeTags(details.tags)
  const choices = useLibrary('choices.list', {}).data?.choices
  // That a photo is not Luna because it is Rex is said where the choice is.
  const saidNo = details.saidNo.filter(
    ({ categoryId }) => choices?.some((c) => c.categoryIds.includes(categoryId)) !== true,
  )
  const [allUnsure, setAllUnsure] = useState(false)
  const asked = allUnsure ? unsure : unsure.slice(0, fewUnsure)
  return (
    <section className={styles.tags} aria-label="Tags">
      <h3 className={styles.heading}>Tags</h3>
      {shown.length + unsure.length === 0 ? (
        <p className={styles.none}>
          {details.ready ? 'None that Winnow is sure enough of.' : 'Winnow has not looked at this photo yet.'}
        </p>
      ) : (
        <ul className={styles.list}>
          {[...shown, ...asked].map((tag) => (
            <TagRow
              key={tag.categoryId}
              photoId={details.photoId}
              tag={tag}
              onDecide={(verdict) => void answer(photoIds, tag.categoryId, verdict)}
            />
          ))}
        </ul>
      )}
      {asked.length < unsure.length && (
        <Button variant="quiet" className={styles.add ?? ''} onClick={() => setAllUnsure(true)}>
          {unsure.length - asked.length} more that Winnow is not sure of
        </Button>
      )}
      <Button variant="quiet" className={styles.add ?? ''} onClick={() => runCommand('tag')}>
        <Plus aria-hidden />
        Add to a category
        <Kbd keys="T" />
      </Button>
      {saidNo.length > 0 && (
        <div className={styles.saidNo}>
          <h4 className={styles.noHeading}>You said no to</h4>
          {saidNo.map((no) => (
            <Chip
              key={no.categoryId}
              onRemove={() => void answer(photoIds, no.categoryId, 'undecided')}
              removeLabel={`Take back the no to ${no.name}`}
            >
              {no.name}
            </Chip>
          ))}
        </div>
      )}
    </section>
  )
}
