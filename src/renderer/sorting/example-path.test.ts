import { expect, test } from 'vitest'
import { lookAtTemplate } from './example-path.ts'

test('shows what a template makes', () => {
  expect(lookAtTemplate('{category}/{year}-{month}', 'Rain')).toEqual({ example: 'Rain/2024-07', problem: null })
  expect(lookAtTemplate('{category}', null).example).toBe('Family')
  expect(lookAtTemplate('', null)).toEqual({ example: '', problem: null })
})

test('says what is wrong instead', () => {
  const look = lookAtTemplate('{yaer}', null)
  expect(look.example).toBeNull()
  expect(look.problem).toContain('{yaer}')
})
