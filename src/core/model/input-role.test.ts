import { describe, expect, it } from 'vitest'
import { inputRole } from './input-role.ts'

describe('inputRole', () => {
  it.each([
    ['pixel_values', 'pixels'],
    ['image', 'pixels'],
    ['input_ids', 'ids'],
    ['text', 'ids'],
    ['attention_mask', 'mask'],
    ['token_type_ids', 'segments'],
    ['segment_ids', 'segments'],
    ['position_ids', 'positions'],
    ['pixel_attention_mask', null],
    ['spatial_shapes', null],
    ['temperature', null],
  ])('takes %s for %s', (name, role) => {
    expect(inputRole(name)).toBe(role)
  })
})
