import { describe, expect, it } from 'vitest'
import type { RuleNames, RuleWords } from './rules-file-condition.ts'
import { printRulesFile, readRulesFile } from './rules-file.ts'
import type { SortRules } from './sort-rules.ts'

const names: RuleNames = {
  categoryIds: (name) => ({ Family: [1], Dog: [2], Twin: [3, 4] })[name] ?? [],
  choiceIds: (name) => (name === 'Weather' ? [5] : []),
  folders: (path) => (path === 'Photos/2020' ? [{ folderId: 6, folderPath: '2020' }] : []),
}
const words: RuleWords = {
  category: (id) => ({ 1: 'Family', 2: 'Dog' })[id] ?? null,
  choice: (id) => (id === 5 ? 'Weather' : null),
  folder: (folderId, folderPath) => (folderId === 6 ? `Photos/${folderPath}` : null),
}

const all: SortRules = {
  rules: [
    {
      when: [
        { kind: 'category', categoryIds: [1] },
        { kind: 'choice', choiceId: 5 },
        { kind: 'date', fromMs: Date.UTC(2020, 0, 1), toMs: Date.UTC(2021, 5, 1, 12, 30) },
        { kind: 'folder', folderId: 6, folderPath: '2020' },
        { kind: 'rating', atLeast: 4 },
        { kind: 'type', types: ['jpeg', 'raw'] },
      ],
      to: 'Family/{year}',
    },
    {
      when: [
        { kind: 'category', categoryIds: [1, 2] },
        { kind: 'category', categoryIds: [2] },
      ],
      to: '',
    },
    { when: [], to: 'Rest' },
  ],
  otherwise: '{year}',
  includeUnsure: true,
}

function read(value: unknown): SortRules {
  return readRulesFile(typeof value === 'string' ? value : JSON.stringify(value), names)
}

describe('files of rules', () => {
  it('reads the plain form', () => {
    expect(read('\uFEFF{"rules":[{"when":{"category":"Family"},"to":"Family/{year}"}]}')).toEqual({
      rules: [{ when: [{ kind: 'category', categoryIds: [1] }], to: 'Family/{year}' }],
      otherwise: null,
      includeUnsure: false,
    })
  })

  it('gives back what was printed', () => {
    expect(read(printRulesFile(all, words).text)).toEqual(all)
  })

  it('prints names and days', () => {
    expect(JSON.parse(printRulesFile(all, words).text).rules[0].when).toEqual({
      category: 'Family',
      choice: 'Weather',
      date: { from: '2020-01-01', before: '2021-06-01T12:30:00' },
      folder: 'Photos/2020',
      rating: 4,
      type: ['jpeg', 'raw'],
    })
  })

  it('leaves out a rule whose category is gone, instead of letting it want everything, and says which', () => {
    const gone: SortRules = {
      ...all,
      rules: [
        { when: [], to: 'A' },
        { when: [{ kind: 'category', categoryIds: [9] }], to: 'X' },
      ],
    }
    const { text, leftOut } = printRulesFile(gone, words)
    expect(read(text).rules).toEqual([{ when: [], to: 'A' }])
    expect(leftOut).toEqual([2])
  })

  it.each([
    ['{', 'no JSON'],
    [[], 'The rules:'],
    [{ rules: [{ when: { category: 'Nobody' }, to: 'a' }] }, 'Rule 1: There is no category called “Nobody”.'],
    [{ rules: [{ when: { category: 'Twin' }, to: 'a' }] }, 'More than one category'],
    [{ rules: [{ when: { choice: 'x' }, to: 'a' }] }, 'no choice called “x”'],
    [{ rules: [{ when: { folder: 'x' }, to: 'a' }] }, 'no folder called “x”'],
    [{ rules: [{ to: 'a' }, { when: { rating: 4 }, to: '../a' }] }, 'Rule 2: “..” is not'],
    [{ rules: [{ when: { date: { from: '2023-02-30' } }, to: 'a' }] }, 'no such day'],
    [{ rules: [{ when: { colour: 'red' }, to: 'a' }] }, 'Rule 1, when:'],
    [{ rules: [{ when: {}, to: 'a' }] }, 'Rule 1, when:'],
    [{ rules: [{ when: { rating: 9 }, to: 'a' }] }, 'Rule 1, when, rating:'],
    [{ rules: [{ to: 'a' }], otherwise: '/x' }, 'Everything else: Folders are made'],
    [{ rules: [{ to: 5 }] }, 'Rule 1, to:'],
    [{ rules: [], include: true }, 'The rules:'],
  ])('%j is refused with a sentence', (value, words) => {
    expect(() => read(value)).toThrow(words)
  })
})
