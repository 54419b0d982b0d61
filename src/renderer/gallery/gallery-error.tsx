import type { ReactNode } from 'react'
import { sentenceOf } from '../connection/attempt.ts'
import { Button } from '../controls/button.tsx'
import { PageMessage } from '../controls/page-message.tsx'

interface GalleryErrorProps {
  readonly error: Error
  readonly onRetry: () => void
}

/** The photos could not be asked for. */
export function GalleryError({ error, onRetry }: GalleryErrorProps): ReactNode {
  return (
    <PageMessage title="The photos can’t be shown" words={sentenceOf(error)} isAlert>
      <Button onClick={onRetry}>Try again</Button>
    </PageMessage>
  )
}
