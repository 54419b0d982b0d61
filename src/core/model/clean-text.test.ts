import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text.ts'

describe('cleanText', () => {
  it('leaves a text alone where the tokenizer does all', () => {
    expect(cleanText(' A Dog, “here”. ', 'none')).toBe(' A Dog, “here”. ')
  })

  it('makes lower case, whatever the script', () => {
    expect(cleanText('ÄPFEL Ёлка', 'lowercase')).toBe('äpfel ёлка')
  })

  it.each([
    ['A photo of a {cat}.', 'a photo of a cat'],
    ['  grey_parrot,\tflying! ', 'grey parrot flying'],
    ["don't stop (now)", 'dont stop now'],
    ['Straße – “Ça va?”', 'straße – “ça va”'],
  ])('canonicalizes %j as big_vision does', (text, canonical) => {
    expect(cleanText(text, 'canonicalize')).toBe(canonical)
  })
})
