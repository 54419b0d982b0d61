/**
 * `npm run bench:tags`: how well the starter model and the built-in vocabulary tag the labelled photos beside the repository.
 * `-- --show 20` also prints the tags of twenty Flickr photos beside a caption.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { cutsFor, probabilityOf } from '../src/core/tagging/probability.ts'
import { rowOf } from '../src/core/vector/vector-matrix.ts'
import type { VectorMatrix } from '../src/core/vector/vector-matrix.ts'
import { hasLabelledPhotos, readLabelledPhotos } from './labelled-photos.ts'
import { embedPhotos, loadBackground } from './photo-embeddings.ts'
import { judge, loadBuiltInTagger } from './tags/built-in-tagger.ts'
import type { BuiltInTagger } from './tags/built-in-tagger.ts'
import { readCaptions } from './tags/captions.ts'
import type { CaptionedPhoto } from './tags/captions.ts'
import { judgeCoco, printCalibration, printStrictness, printTagCounts, printTagsShown } from './tags/tag-tables.ts'
import { printCaptionSearch, printCocoClasses, printTopOne } from './tags/zero-shot-tables.ts'

const photosDir = join(import.meta.dirname, '../../shared/photos')

if (hasLabelledPhotos()) await main()
else console.log('Skipped: there are no labelled photos at ../shared/photos.')

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { show: { type: 'string', default: '0' } } })
  const background = await loadBackground()
  await printTopOne(background)
  await printCocoClasses()
  await printCaptionSearch(photosDir)

  const coco = await readLabelledPhotos('coco')
  const cocoEmbeddings = await embedPhotos(coco.map((photo) => photo.path))
  const flickr = await readCaptions(join(photosDir, 'flickr/captions.csv'))
  const flickrEmbeddings = await embedPhotos(flickr.map((photo) => photo.path))
  const tagger = await loadBuiltInTagger(background)
  const judged = judgeCoco(tagger, coco, cocoEmbeddings)
  printTagsShown(`COCO, tags shown out of ${tagger.concepts.length}, background alone`, judged)
  const atHome = await loadBuiltInTagger(background, joined(cocoEmbeddings, flickrEmbeddings))
  printTagsShown(
    'The same, in a library of these photos and the 1,000 of Flickr',
    judgeCoco(atHome, coco, cocoEmbeddings),
  )
  printStrictness(judged)
  printCalibration(judged)

  const sets = [
    { name: 'flickr', embeddings: flickrEmbeddings },
    { name: 'coco', embeddings: cocoEmbeddings },
  ]
  for (const set of ['weather', 'flowers', 'caltech', 'domains', 'receipts'] as const) {
    const photos = await readLabelledPhotos(set)
    sets.push({ name: set, embeddings: await embedPhotos(photos.map((photo) => photo.path)) })
  }
  printTagCounts(tagger, sets)
  printTime(tagger, flickrEmbeddings)
  showSome(tagger, flickr, flickrEmbeddings, Number(values.show))
}

function printTime(tagger: BuiltInTagger, embeddings: VectorMatrix): void {
  const start = performance.now()
  for (let row = 0; row < embeddings.rows; row++) judge(tagger, rowOf(embeddings, row))
  const perPhotoMs = (performance.now() - start) / embeddings.rows
  console.log(`\nAll ${tagger.concepts.length} categories of one photo: ${perPhotoMs.toFixed(2)} ms`)
}

function showSome(
  tagger: BuiltInTagger,
  photos: readonly CaptionedPhoto[],
  embeddings: VectorMatrix,
  count: number,
): void {
  const step = Math.floor(photos.length / Math.max(1, count))
  const { sure } = cutsFor(0.5)
  for (let i = 0; i < count; i++) {
    const scores = judge(tagger, rowOf(embeddings, i * step))
    const tags = tagger.concepts
      .map((concept, k) => ({ name: concept.name, score: scores[k]! }))
      .filter(({ score }) => score >= sure)
      .toSorted((a, b) => b.score - a.score)
      .map(({ name, score }) => `${name} ${Math.round(probabilityOf(score) * 100)}`)
    console.log(`\n${photos[i * step]!.captions[0]}\n    ${tags.join(', ') || '(none)'}`)
  }
}

function joined(a: VectorMatrix, b: VectorMatrix): VectorMatrix {
  const data = new Float32Array(a.data.length + b.data.length)
  data.set(a.data)
  data.set(b.data, a.data.length)
  return { data, rows: a.rows + b.rows, dim: a.dim }
}
