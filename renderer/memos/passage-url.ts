const scheme = 'standpoint:passage/'

export function passageUrl(passageId: string): string {
  return `${scheme}${passageId}`
}

/** The passage that an address leads to; undefined when it is another address. */
export function passageOfUrl(url: string): string | undefined {
  const id = url.trim().startsWith(scheme) ? url.trim().slice(scheme.length) : ''
  return /^[\w-]{1,64}$/.test(id) ? id : undefined
}

/** The first words of a quote, to the end of a word. */
export function shortQuote(quote: string): string {
  const words = quote.replace(/\s+/g, ' ').trim()
  return words.length > 72 ? `${words.slice(0, 72).replace(/\s\S*$/, '')} …` : words
}
