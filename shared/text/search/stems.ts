import snowball from 'snowball-stemmers'

const languages = ['norwegian', 'english'] as const
const stemmers = languages.map((language) => ({ language, stemmer: snowball.newStemmer(language) }))

/** Language → stem of a word in small letters, by the Snowball stemmers (Porter 2001). */
export function stemsOf(word: string): ReadonlyMap<string, string> {
  return new Map(stemmers.map(({ language, stemmer }) => [language, stemmer.stem(word)]))
}
