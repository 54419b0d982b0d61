import type { Chosen, Known } from './choose-provider.ts'
import type { ProviderName } from './provider-name.ts'
import { providerWords } from './provider-name.ts'
import { bareSpeed, speedWords } from './speed-words.ts'

/** Which provider is used and why, in a sentence. @param wish of the person; null: Winnow decides */
export function whySentence({ name, reason }: Chosen, known: readonly Known[], wish: ProviderName | null): string {
  const uses = `Winnow uses ${providerWords[name].within}`
  const wished = wish === null ? '' : sentenceStart(providerWords[wish].within)
  switch (reason) {
    case 'wished':
      return `${uses}, because you chose it.`
    case 'wished-but-untested':
      return `${uses}. ${wished} is what you chose; it has to be tested first.`
    case 'wished-but-unfit':
      return `${uses}. ${wished} is what you chose, but it can’t be used; its line says why.`
    case 'untested':
      return `${uses}, until the others are tested.`
    case 'only-one':
      return known.length === 1
        ? `${uses}; nothing else is known to work on this system.`
        : `${uses}, because nothing else works on this computer.`
    case 'fastest':
      return `${uses}, because ${fastestWords(name, known)}.`
  }
}

function fastestWords(name: ProviderName, known: readonly Known[]): string {
  const speeds = known.flatMap((each) =>
    each.finding?.kind === 'works' ? [{ name: each.name, speed: each.finding.photosPerSecond }] : [],
  )
  const own = speeds.find((each) => each.name === name)
  const [next] = speeds.filter((each) => each.name !== name).toSorted((a, b) => b.speed - a.speed)
  if (own === undefined || next === undefined) return 'it is the fastest here'
  const other = providerWords[next.name].within
  if (own.speed < next.speed) {
    return `${other} would hardly be faster here: ${speedWords(next.speed)} instead of ${bareSpeed(own.speed)}`
  }
  return `it is faster here than ${other}: ${speedWords(own.speed)} instead of ${bareSpeed(next.speed)}`
}

function sentenceStart(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
