import { InvalidArgumentError } from 'commander'

/** Parses an option. Throws what commander turns into words about the option. */
export function positiveInteger(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Give a whole number from 1.')
  return value
}
