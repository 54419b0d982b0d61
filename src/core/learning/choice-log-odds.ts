/**
 * The log-odds that a photo shows this member of a choice rather than another, or none: a softmax over all members' scores
 * (`chooseOne`), read as the log-odds of one of them. So one pair of cuts serves categories of a choice and others alike.
 *
 * `own` and each of `rivals` hold log-odds of the same photos. Where the choice leaves no way out and there are no rivals,
 * the score stands as it is.
 */
export function choiceLogOdds(own: Float32Array, rivals: readonly Float32Array[], allowsNone: boolean): Float32Array {
  if (rivals.length === 0 && !allowsNone) return own
  const result = new Float32Array(own.length)
  for (let i = 0; i < own.length; i++) {
    let highest = allowsNone ? 0 : -Infinity
    for (const rival of rivals) if (rival[i]! > highest) highest = rival[i]!
    let sum = allowsNone ? Math.exp(-highest) : 0
    for (const rival of rivals) sum += Math.exp(rival[i]! - highest)
    result[i] = own[i]! - highest - Math.log(sum)
  }
  return result
}
