import { type ReactNode, useEffect, useRef } from 'react'
import type { ModelList, ModelState, ModelView } from '../../contract/models.ts'
import { sentenceOf } from '../connection/attempt.ts'
import { useLibrary } from '../connection/library.tsx'
import { Button } from '../controls/button.tsx'
import { PageMessage } from '../controls/page-message.tsx'
import { sizeText } from '../../core/words/size-text.ts'
import { takeLostFocus } from '../sort-runs/take-lost-focus.ts'
import { ActiveModel } from './active-model.tsx'
import { AddFromFolder } from './add-from-folder.tsx'
import { ErrorBox } from './error-box.tsx'
import { MirrorButton } from './mirror-button.tsx'
import { ModelRow } from './model-row.tsx'
import styles from './models-page.module.css'
import { folderSubject } from './models-store.ts'
import { speedOf } from './speed-words.ts'
import { useRowFocus } from './use-row-focus.ts'

/** The models that look at photos: the one in use, those on this computer, those that can be added. */
export function ModelsPage(): ReactNode {
  const { data, error, refetch } = useLibrary('models.list', {})
  if (data !== undefined) return <Models list={data} />
  return error === null ? (
    <div />
  ) : (
    <PageMessage title="The models can’t be listed" words={sentenceOf(error)} isAlert>
      <Button onClick={() => void refetch()}>Try again</Button>
    </PageMessage>
  )
}

const here: ReadonlySet<ModelState['kind']> = new Set(['installed', 'preparing', 'broken'])

function Models({ list }: { readonly list: ModelList }): ReactNode {
  const page = useRef<HTMLDivElement>(null)
  const rowFocus = useRowFocus(page)
  const count = useLibrary('categories.list', {}).data?.photoCount ?? 0
  useEffect(() => takeLostFocus(page.current), [])
  const active = list.models.find(({ state }) => state.kind === 'active')
  const installed = list.models.filter(({ state }) => here.has(state.kind))
  const others = list.models.filter(({ state }) => state.kind !== 'active' && !here.has(state.kind))
  const row = (model: ModelView): ReactNode => (
    <ModelRow
      key={model.modelKey}
      model={model}
      presentSpeed={active === undefined ? null : speedOf(active)}
      photoCount={active === undefined || active.lookedAt.photos === 0 ? count : active.lookedAt.photos}
      activeName={active?.name ?? null}
    />
  )
  return (
    <div ref={page} className={styles.page} tabIndex={-1} data-keys="panel" {...rowFocus.listeners}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <section aria-labelledby="model-in-use">
            <h2 id="model-in-use" className={styles.heading}>
              In use
            </h2>
            {active === undefined ? (
              <p className={styles.empty}>No model is in use. Photos are shown, but not tagged.</p>
            ) : (
              <ActiveModel model={active} />
            )}
          </section>
          {installed.length > 0 && (
            <section aria-labelledby="models-here">
              <h2 id="models-here" className={styles.heading}>
                On this computer
              </h2>
              <ul className={styles.list}>{installed.map(row)}</ul>
            </section>
          )}
          <DiskUse disk={list.disk} />
        </div>
        <section className={styles.column} aria-labelledby="models-to-add">
          <div className={styles.top}>
            <h2 id="models-to-add" className={styles.heading}>
              To add
            </h2>
            <div className={styles.ways}>
              <AddFromFolder onAdded={rowFocus.goTo} />
              <MirrorButton />
            </div>
          </div>
          <ErrorBox subject={folderSubject} />
          {others.length > 0 && <ul className={styles.list}>{others.map(row)}</ul>}
          <p className={styles.promise}>
            Nothing is downloaded until you press a button, and your photos never leave this computer.
          </p>
        </section>
      </div>
    </div>
  )
}

function DiskUse({ disk }: Pick<ModelList, 'disk'>): ReactNode {
  const parts = [
    `Models take ${sizeText(disk.modelsBytes)}`,
    `what they know of your photos ${sizeText(disk.embeddingsBytes)}`,
    disk.freeBytes === null ? null : `${sizeText(disk.freeBytes)} are free`,
  ]
  return <p className={styles.disk}>{parts.filter((part) => part !== null).join(' · ')}</p>
}
