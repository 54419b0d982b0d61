/**
 * Words for who a person *is*: ethnicity, origin, religion, health, sexuality, gender identity, criminality, class. Models like CLIP
 * answer them with the prejudice of their training texts (Radford et al. 2021, §7), so Winnow never proposes them, and says
 * so when somebody types one.
 */
const patterns: readonly RegExp[] = [
  // Ethnicity and origin, of people.
  wordsOf(
    'ethnic|ethnicity|racial|(?:mixed|human|which|what|by) race|caucasian|hispanic|latino|latina|latinx|negro|mulatto|arab|arabs|gypsy|gypsies|roma people',
  ),
  wordsOf(
    '(black|white|brown|asian|african|indian|chinese|jewish|muslim|native|indigenous|aboriginal|foreign) (person|people|man|men|woman|women|guy|guys|boy|boys|girl|girls|kid|kids|child|children|family|face|faces)',
  ),
  wordsOf('immigrants?|migrants?|refugees?|foreigners?|illegal aliens?'),
  // Religion of people, not its buildings and feasts.
  wordsOf(
    'christians?|muslims?|moslems?|jews?|hindus?|buddhists?|sikhs?|atheists?|catholics?|protestants?|mormons?|infidels?',
  ),
  // Health and ability.
  wordsOf(
    'disabled|disability|handicapped|cripples?|autistic|retarded|mentally ill|insane|schizophrenic|depressed (person|people|man|woman)|obese|anorexic|fat (person|people|man|men|woman|women|boy|girl)|alcoholics?|drug addicts?|junkies|junkie|hiv positive|cancer patients?|sick (person|people|man|woman|child)',
  ),
  // Sexuality and gender identity.
  wordsOf(
    'gay|gays|lesbians?|bisexuals?|homosexuals?|heterosexuals?|transgender|transsexuals?|transvestites?|queer|non-?binary|straight (man|woman|people)|sexual orientation|effeminate',
  ),
  // Criminality and suspicion.
  wordsOf(
    'criminals?|thief|thieves|terrorists?|gangsters?|murderers?|rapists?|p(?:a)?edophiles?|felons?|convicts?|suspicious (person|people|man|men|woman|women)|suspects?|illegal (person|people|immigrants?)',
  ),
  // Worth, class, politics, intelligence.
  wordsOf(
    '(poor|rich|ugly|beautiful|attractive|unattractive|stupid|intelligent|smart|lazy|dumb) (person|people|man|men|woman|women|guy|boy|girl|face|faces)',
  ),
  wordsOf('homeless|beggars?|tramps?|prostitutes?|nazis?|fascists?|communists?|republicans?|democrats?'),
]

/** Whether a phrase asks who somebody is rather than what a photo shows. Buildings, feasts and food of a faith are fine. */
export function asksWhoPeopleAre(phrase: string): boolean {
  const plain = phrase
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')
  return patterns.some((pattern) => pattern.test(plain))
}

/** What a person who typed such words is told. */
export const whoPeopleAreNotice =
  'Models like this one are known to be wrong and unfair about who people are. Photos you pick yourself are a better guide.'

function wordsOf(alternatives: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'u')
}
