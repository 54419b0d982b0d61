import type { ModelList, ModelView } from '../../contract/models.ts'

/** For tests: a model that can be downloaded. */
export function sampleModel(change: Partial<ModelView>): ModelView {
  return {
    modelKey: 'openclip-vit-b-16@1',
    name: 'OpenCLIP B/16',
    summary: 'Tells kinds of things apart that look alike.',
    trainedOn: 'DataComp-1B, 1.4 billion pictures from the web',
    licence: { name: 'MIT', url: 'https://opensource.org/license/mit', note: null },
    languages: 'English',
    embeddingDim: 512,
    quality: [{ set: 'Flowers, 102 kinds', result: '61 of 100 right', by: 'Winnow' }],
    state: { kind: 'available' },
    origin: 'catalogue',
    folderPath: null,
    sizeBytes: 302_000_000,
    lookedAt: { photos: 0, sizeBytes: 0 },
    speed: { measured: null, expected: 21 },
    contacts: ['huggingface.co', 'cdn-lfs.huggingface.co'],
    filesWithoutHash: 0,
    canRemove: false,
    ...change,
  }
}

/** For tests: the model that comes with Winnow, in use and done with 8,310 photos. */
export function sampleStarter(change: Partial<ModelView> = {}): ModelView {
  return sampleModel({
    modelKey: 'starter@1',
    name: 'Winnow starter',
    summary: 'Small and quick; comes with Winnow.',
    embeddingDim: 768,
    state: { kind: 'active' },
    origin: 'built-in',
    folderPath: '/opt/winnow/models/starter',
    sizeBytes: 55_000_000,
    lookedAt: { photos: 8310, sizeBytes: 25_500_000 },
    speed: { measured: 63, expected: null },
    contacts: [],
    ...change,
  })
}

/** For tests: what is on the disk. */
export function sampleList(models: readonly ModelView[]): ModelList {
  return { models: [...models], disk: { modelsBytes: 357_000_000, embeddingsBytes: 42_000_000, freeBytes: 210e9 } }
}
