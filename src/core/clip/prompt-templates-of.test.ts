import { describe, expect, it } from 'vitest'
import { promptTemplatesOf } from './prompt-templates-of.ts'
import { fillTemplates } from './prompt-template.ts'

describe('promptTemplatesOf', () => {
  it.each([
    ['simple', 7],
    ['clip-7', 7],
    ['clip-80', 80],
  ] as const)('knows the set %s of %i, each with one place for the words', (templates, count) => {
    const set = promptTemplatesOf({ templates })
    expect(set).toHaveLength(count)
    expect(new Set(set).size).toBe(count)
    expect(set.every((template) => template.split('{}').length === 2)).toBe(true)
  })

  it('has the first and last sentences of the paper', () => {
    const prompts = fillTemplates(promptTemplatesOf({ templates: 'clip-80' }), 'tench')
    expect([prompts[0], prompts[35], prompts.at(-1)]).toEqual([
      'a bad photo of a tench.',
      'a tench in a video game.',
      'a tattoo of the tench.',
    ])
  })

  it('finds the seven among the eighty', () => {
    const eighty = promptTemplatesOf({ templates: 'clip-80' })
    expect(promptTemplatesOf({ templates: 'clip-7' }).every((template) => eighty.includes(template))).toBe(true)
  })

  it('uses those that a model brings', () => {
    expect(promptTemplatesOf({ templates: ['ein Foto von {}'] })).toEqual(['ein Foto von {}'])
  })
})
