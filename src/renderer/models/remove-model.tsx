import { Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ModelView } from '../../contract/models.ts'
import { Button } from '../controls/button.tsx'
import { Checkbox } from '../controls/checkbox.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { Popover } from '../controls/popover.tsx'
import { sizeText } from '../../core/words/size-text.ts'
import { removeModel } from './model-actions.ts'
import styles from './remove-model.module.css'
import { countWords } from './speed-words.ts'

/** The way to give back what a model takes on the disk; what exactly is asked first. Nothing where nothing can go. */
export function RemoveModel({ model }: { readonly model: ModelView }): ReactNode {
  const [open, setOpen] = useState(false)
  const hasFiles = model.canRemove
  const hasNumbers = model.lookedAt.photos > 0 && (model.canRemove || model.state.kind === 'available')
  if (!hasFiles && !hasNumbers) return null
  const label = hasFiles ? `Remove ${model.name}` : `Forget what ${model.name} knows`
  return (
    <Popover
      label={label}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton label={label}>
          <Trash2 />
        </IconButton>
      }
    >
      <Question model={model} hasFiles={hasFiles} hasNumbers={hasNumbers} onDone={() => setOpen(false)} />
    </Popover>
  )
}

interface QuestionProps {
  readonly model: ModelView
  readonly hasFiles: boolean
  readonly hasNumbers: boolean
  readonly onDone: () => void
}

function Question({ model, hasFiles, hasNumbers, onDone }: QuestionProps): ReactNode {
  const [files, setFiles] = useState(hasFiles)
  const [numbers, setNumbers] = useState(!hasFiles)
  const { lookedAt, name } = model
  const freed = (files ? model.sizeBytes : 0) + (numbers ? lookedAt.sizeBytes : 0)
  const photos = `${countWords(lookedAt.photos)} ${lookedAt.photos === 1 ? 'photo' : 'photos'}`
  const what = files && numbers ? 'both' : files ? 'files' : 'embeddings'
  return (
    <div className={styles.question}>
      <h4 className={styles.title}>{hasFiles ? `Remove ${name}` : `Forget what ${name} knows`}</h4>
      {hasFiles && hasNumbers && (
        <div>
          <Checkbox checked={files} onChange={() => setFiles(!files)}>
            <span className={styles.what}>Its files</span>
            <span className={styles.size}>{sizeText(model.sizeBytes)}</span>
          </Checkbox>
          <Checkbox checked={numbers} onChange={() => setNumbers(!numbers)}>
            <span className={styles.what}>What it knows of {photos}</span>
            <span className={styles.size}>{sizeText(lookedAt.sizeBytes)}</span>
          </Checkbox>
        </div>
      )}
      <p className={styles.hint}>
        {numbers
          ? 'To use it again, it would have to look at these photos again. Your categories and answers stay.'
          : hasNumbers
            ? 'What it knows of your photos is kept: once its files are here again, it can be used at once.'
            : 'Your photos, categories and answers stay.'}
      </p>
      <div className={styles.buttons}>
        <Button
          variant="danger"
          disabled={!files && !numbers}
          onClick={() => {
            onDone()
            void removeModel(model, what)
          }}
        >
          {hasFiles ? 'Remove' : 'Forget'} {sizeText(freed)}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          Keep
        </Button>
      </div>
    </div>
  )
}
