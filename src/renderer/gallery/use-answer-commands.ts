import type { Verdict } from '../../contract/primitives.ts'
import type { PhotoColumns } from '../photos/decode-photo-list.ts'
import { useAnswer } from '../photos/use-answer.ts'
import { type CommandHandler, useCommands } from '../state/commands.ts'
import { useCurrentCategory } from '../state/current-category.ts'
import { targetIds, useSelection } from '../state/selection-store.ts'
import { useView } from '../state/view-store.ts'

/**
 * Y, N and U for the selection or the photo with the keyboard, in a category. Answering one photo goes on to the next,
 * so that a row of answers is a row of keys.
 */
export function useAnswerCommands(columns: PhotoColumns | undefined): void {
  const categoryId = useCurrentCategory()
  const answer = useAnswer()

  const say = (verdict: Verdict): CommandHandler => ({
    available: () =>
      categoryId !== null && useView.getState().openPhotoId === null && targetIds(useSelection.getState()).length > 0,
    run: () => {
      const { selected, focusedId, focus, clear } = useSelection.getState()
      const photoIds = targetIds({ selected, focusedId })
      if (categoryId === null || photoIds.length === 0) return
      void answer(photoIds, categoryId, verdict)
      if (selected.size > 0) {
        clear()
        return
      }
      const next = columns?.ids[columns.ids.indexOf(photoIds[0]!) + 1]
      if (next !== undefined) focus(next)
    },
  })

  useCommands({
    'say-yes': say('yes'),
    'say-no': say('no'),
    'say-undecided': say('undecided'),
  })
}
