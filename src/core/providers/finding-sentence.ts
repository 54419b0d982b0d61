import type { Finding } from './finding.ts'
import type { ProviderName } from './provider-name.ts'
import { providerWords } from './provider-name.ts'
import { bareSpeed, speedWords } from './speed-words.ts'

export interface InContext {
  readonly name: ProviderName
  readonly finding: Finding | null
  readonly isUsed: boolean
  /** The one that is used and how fast it is; null where that was not measured. */
  readonly used: { readonly name: ProviderName; readonly photosPerSecond: number | null }
}

/** The state of a provider in plain words, as one sentence or two. */
export function findingSentence({ name, finding, isUsed, used }: InContext): string {
  if (finding === null) return isUsed ? 'Is used. Its speed was not measured yet.' : 'Not tested yet.'
  switch (finding.kind) {
    case 'works':
      return isUsed ? 'Works and is used.' : `Works, ${besideUsed(finding.photosPerSecond, used)}.`
    case 'wrong':
      return finding.similarity === null
        ? 'Gives results that are no numbers, so it isn’t used.'
        : 'Gives wrong results, so it isn’t used.'
    case 'crashed':
      return 'Crashed while it was tested, so it isn’t used.'
    case 'too-slow':
      return `Gave no answer within ${seconds(finding.limitSeconds)} when it was tested, so it isn’t used.`
    case 'missing':
      return missingSentence(name, finding.libraries)
    case 'refused':
      return refusedSentence(name)
    case 'failed-at-work':
      return 'Worked when it was tested, then failed at work, so it isn’t used. Test it again when its driver is new.'
  }
}

function besideUsed(photosPerSecond: number, used: InContext['used']): string {
  const own = speedWords(photosPerSecond)
  if (used.photosPerSecond === null) return `${own}, and isn’t used`
  const other = `${providerWords[used.name].within} does ${bareSpeed(used.photosPerSecond)}`
  if (photosPerSecond < used.photosPerSecond) return `slower: ${own} where ${other}`
  // Chosen by hand, or the difference is within what two measurements differ by.
  return photosPerSecond > used.photosPerSecond * 1.1
    ? `faster: ${own} where ${other}`
    : `as fast: ${own} where ${other}`
}

function missingSentence(name: ProviderName, libraries: readonly string[]): string {
  const which =
    libraries.length === 1
      ? `A library is missing: ${libraries[0]}.`
      : `Libraries are missing: ${libraries.join(', ')}.`
  const isOwnPart = name === 'cuda' && libraries.some((library) => library.startsWith('libonnxruntime_providers_'))
  return isOwnPart ? `${which} It belongs to ONNX Runtime’s part for CUDA, which Winnow does not bring.` : which
}

function refusedSentence(name: ProviderName): string {
  return name === 'webgpu'
    ? 'Can’t be used: no graphics driver that it understands was found.'
    : 'Can’t be used: it refused to load the model.'
}

function seconds(count: number): string {
  return count === 1 ? 'a second' : `${Math.round(count)} seconds`
}
