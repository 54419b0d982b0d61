import { Download } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Category } from '../../contract/categories.ts'
import { attempt } from '../connection/attempt.ts'
import { library } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { Checkbox } from '../controls/checkbox.tsx'
import { Dialog } from '../controls/dialog.tsx'
import { useNotice } from '../state/notice-store.ts'
import styles from './sharing.module.css'
import { saveText } from './save-text.ts'

interface ExportDialogProps {
  readonly categories: readonly Category[]
  readonly onClose: () => void
}

/** One question before a file is made: whether the examples go along, and what that means. */
export function ExportDialog({ categories, onClose }: ExportDialogProps): ReactNode {
  const [withExamples, setWithExamples] = useState(false)
  const [busy, setBusy] = useState(false)
  const title = categories.length === 1 ? `Export ${categories[0]?.name}` : `Export ${categories.length} categories`
  const exampleCount = categories.reduce(
    (sum, { saidYesCount, saidNoCount, outsideExampleCount }) => sum + saidYesCount + saidNoCount + outsideExampleCount,
    0,
  )
  const save = async (): Promise<void> => {
    setBusy(true)
    const categoryIds = categories.map(({ categoryId }) => categoryId)
    const file = await attempt(library['categories.export']({ categoryIds, withExamples }))
    setBusy(false)
    if (file === undefined) return
    saveText(file.json, file.suggestedFileName, 'application/json')
    onClose()
    useNotice.getState().say(`Made ${file.suggestedFileName}`)
  }
  return (
    <Dialog label={title} onClose={onClose}>
      <div className={styles.body}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.words}>
          A file with {categories.length === 1 ? 'its name, words' : 'their names, words'} and settings. Anyone with
          Winnow can import it.
        </p>
        <div>
          <Checkbox checked={withExamples} onChange={() => setWithExamples(!withExamples)}>
            With your {exampleCount.toLocaleString('en')} {exampleCount === 1 ? 'answer' : 'answers'}, so that it works
            at once elsewhere
          </Checkbox>
          <p className={`${styles.aside} ${styles.indented}`}>
            Answers go along as numbers that say how a photo looks, never the photos themselves.
          </p>
        </div>
        <div className={styles.buttons}>
          <Button variant="primary" disabled={busy} onClick={() => void save()}>
            <Download aria-hidden />
            Save file
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </div>
    </Dialog>
  )
}
