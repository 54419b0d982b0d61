import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { vocabularySchema } from './vocabulary-schema.ts'

const vocabulary = vocabularySchema.parse(
  JSON.parse(readFileSync(new URL('../../../models/vocabulary/vocabulary.json', import.meta.url), 'utf8')),
)
const { groups, concepts } = vocabulary
const groupKeys = new Set(groups.map((group) => group.key))
const conceptOf = new Map(concepts.map((concept) => [concept.key, concept]))

const repeated = (names: readonly string[]): readonly string[] => names.filter((name, i) => names.indexOf(name) !== i)

/** Keys from a concept up to, but without, its group. Stops where the chain breaks or turns in a circle. */
function lineage(key: string): readonly string[] {
  const keys = [key]
  for (let parent = conceptOf.get(key)?.parent; parent !== undefined && !groupKeys.has(parent);) {
    if (keys.includes(parent)) return [...keys, parent]
    keys.push(parent)
    parent = conceptOf.get(parent)?.parent
  }
  return keys
}

describe('the built-in vocabulary', () => {
  it('holds at least 400 concepts in the groups of the sidebar', () => {
    expect(concepts.length).toBeGreaterThanOrEqual(400)
    expect(groups.map((group) => group.name)).toEqual([
      'People and events',
      'Animals',
      'Food and drink',
      'Nature and weather',
      'Places indoors',
      'Places outdoors',
      'Vehicles',
      'Sports and hobbies',
      'Objects',
      'Documents and screens',
      'Art and style',
    ])
    const empty = groups.filter((group) => !concepts.some((concept) => concept.parent === group.key))
    expect(empty).toEqual([])
  })

  it('uses each key once', () => {
    expect(repeated([...groupKeys, ...concepts.map((concept) => concept.key)])).toEqual([])
  })

  it('uses each name and synonym once, so that a typed word means one category', () => {
    const names = concepts.flatMap((concept) => [concept.name, ...concept.synonyms]).map((name) => name.toLowerCase())
    expect(repeated(names)).toEqual([])
  })

  it('puts each concept under a group or a concept of the same group, three deep at most', () => {
    const astray = concepts.filter((concept) => {
      const line = lineage(concept.key)
      const top = conceptOf.get(line.at(-1)!)
      return line.length > 3 || top === undefined || !concept.key.startsWith(`${top.parent}/`)
    })
    expect(astray.map((concept) => concept.key)).toEqual([])
  })

  it('says how common each is, a part never more than its whole', () => {
    const odd = concepts.filter((concept) => concept.frequency > (conceptOf.get(concept.parent)?.frequency ?? 1))
    expect(odd.map((concept) => concept.key)).toEqual([])
  })

  it('never asks for a phrase and against it, and never twice', () => {
    const odd = concepts.filter(({ words, notWords }) => repeated([...words, ...notWords]).length > 0)
    expect(odd.map((concept) => concept.key)).toEqual([])
  })

  it('names in sentence case', () => {
    const odd = concepts.filter(({ name }) => name !== name[0]!.toUpperCase() + name.slice(1) || /\s[A-Z]/.test(name))
    expect(odd.map((concept) => concept.name)).toEqual([])
  })

  it('tells the crane that flies from the crane that lifts', () => {
    expect(conceptOf.get('animals/crane')?.words).toEqual(['crane, a tall wading bird'])
    expect(conceptOf.get('vehicles/construction-crane')?.words).toEqual([
      'construction crane, a lifting machine at a building site',
    ])
  })

  it('says of nobody who they are', () => {
    // Gender, age beyond baby and child, origin, skin, faith, health, body, love, money, politics, office.
    const forbidden = new RegExp(
      String.raw`\b(` +
        ['wom[ae]n', 'm[ae]n', 'girls?', 'boys?', 'lad(y|ies)', 'gentlem[ae]n', 'guys?', 'males?', 'females?'].join(
          '|',
        ) +
        '|' +
        ['mothers?', 'fathers?', 'mum', 'dad', 'sons?', 'daughters?', 'brothers?', 'sisters?', 'wife', 'husband'].join(
          '|',
        ) +
        '|' +
        ['bride', 'groom', 'grandm\\w*', 'grandf\\w*', 'elderly', 'old (person|people)', 'senior', 'teenagers?'].join(
          '|',
        ) +
        '|' +
        [
          'asians?',
          'africans?',
          'europeans?',
          'arabs?',
          'indians?',
          'whites?',
          'blacks?',
          'foreign\\w*',
          'native',
        ].join('|') +
        '|' +
        [
          'christians?',
          'muslims?',
          'jew\\w{0,3}',
          'hindus?',
          'buddhists?',
          'priests?',
          'nuns?',
          'monks?',
          'pray\\w*',
        ].join('|') +
        '|' +
        ['hijab', 'turban', 'disab\\w*', 'wheelchair', 'sick', 'ill', 'patients?', 'pregnan\\w*', 'fat', 'thin'].join(
          '|',
        ) +
        '|' +
        [
          'ugly',
          'beautiful',
          'attractive',
          'gay',
          'lesbian',
          'straight',
          'rich',
          'poor',
          'homeless',
          'immigrants?',
        ].join('|') +
        '|' +
        ['soldiers?', 'police(m[ae]n)? officers?', 'protest\\w*', 'politic\\w*'].join('|') +
        String.raw`)\b`,
      'i',
    )
    // A film without colour says nothing of a person.
    const harmless = /black and white|white (background|bird|water|fish)|black bird|snowm[ae]n/gi
    const found = concepts.flatMap((concept) =>
      [concept.name, ...concept.synonyms, ...concept.words, ...concept.notWords].filter((phrase) =>
        forbidden.test(phrase.replace(harmless, '')),
      ),
    )
    expect(found).toEqual([])
  })
})
