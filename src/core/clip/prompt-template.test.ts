import { describe, expect, it } from 'vitest'
import { defaultPromptTemplates, fillTemplates } from './prompt-template.ts'

const two = ['a photo of a {}.', '{}']

describe('fillTemplates', () => {
  it('puts the words where the braces are', () => {
    expect(fillTemplates(two, 'birthday cake')).toEqual(['a photo of a birthday cake.', 'birthday cake'])
  })

  it.each(['a dog', 'The dog', 'my dog', '  dog '])('makes one article of %j', (words) => {
    expect(fillTemplates(two, words)[0]).toBe('a photo of a dog.')
  })

  it('leaves words that only begin like an article', () => {
    expect(fillTemplates(two, 'another dog')[0]).toBe('a photo of a another dog.')
    expect(fillTemplates(two, 'the')[0]).toBe('a photo of a the.')
  })

  it.each(['Two people laugh at a table.', 'is this a cake?', 'a picture of the sea at night'])(
    'uses a sentence as it is: %j',
    (sentence) => {
      expect(fillTemplates(two, sentence)).toEqual([sentence])
    },
  )

  it('takes words with a dollar sign literally', () => {
    expect(fillTemplates(two, 'US$& bill')[0]).toBe('a photo of a US$& bill.')
  })
})

describe('defaultPromptTemplates', () => {
  it('has a place for the words in each', () => {
    expect(defaultPromptTemplates.every((template) => template.split('{}').length === 2)).toBe(true)
  })
})
