import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { factorise, inverseDiagonal, solve } from './cholesky.ts'

const squareMatrices = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    numbers: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size * size, maxLength: size * size }),
  }),
)

/** B·Bᵀ + identity: symmetric and positive definite. */
function positiveDefinite(numbers: readonly number[], size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, at) => {
    const i = Math.floor(at / size)
    const j = at % size
    let sum = i === j ? 1 : 0
    for (let k = 0; k < size; k++) sum += numbers[i * size + k]! * numbers[j * size + k]!
    return sum
  })
}

test('what is solved, multiplied again, is what was asked', () => {
  fc.assert(
    fc.property(squareMatrices, ({ size, numbers }) => {
      const matrix = positiveDefinite(numbers, size)
      const factor = matrix.slice()
      factorise(factor, size)
      const wanted = Float64Array.from({ length: size }, (_, i) => numbers[i]!)
      const found = wanted.slice()
      solve(factor, size, found)
      for (let i = 0; i < size; i++) {
        let sum = 0
        for (let j = 0; j < size; j++) sum += matrix[i * size + j]! * found[j]!
        expect(sum).toBeCloseTo(wanted[i]!, 6)
      }
    }),
  )
})

test('the diagonal of the inverse is that of solving for each unit vector', () => {
  fc.assert(
    fc.property(squareMatrices, ({ size, numbers }) => {
      const factor = positiveDefinite(numbers, size)
      factorise(factor, size)
      const diagonal = inverseDiagonal(factor, size)
      for (let i = 0; i < size; i++) {
        const unit = new Float64Array(size)
        unit[i] = 1
        solve(factor, size, unit)
        expect(diagonal[i]).toBeCloseTo(unit[i]!, 8)
      }
    }),
  )
})

test('a matrix that is not positive definite is refused', () => {
  expect(() => factorise(Float64Array.of(1, 0, 0, -1), 2)).toThrow(RangeError)
  expect(() => factorise(Float64Array.of(NaN), 1)).toThrow(RangeError)
})
