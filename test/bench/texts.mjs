import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/lib/paths.mjs'
import { note } from './report.mjs'

const corpusFile = join(root, '..', 'shared', 'corpora', 'job-specialists-2021.txt')

/** The corpus text, or where it is not at hand a made-up text of the same length. */
export function corpusText() {
  if (existsSync(corpusFile)) return readFileSync(corpusFile, 'utf8')
  note('The corpus text is not here; measured with a made-up text of 309,000 characters.')
  return madeUpText(309_000, 1)
}

const words =
  `arbeid avtale behov bruker deltaker dialog enhet forløp frist handling institusjon jobb kontor
  kravet kunnskap kurs leder mal melding mål møte notat oppfølging oppgave plan praksis rapport ressurs rutine
  saken samtale skjema spørsmål standard støtte system tabell tall tekst tid tiltak uke utsagn utvikling
  vedtak vei veileder verktøy virksomhet vurdering ønske arbeidsgiver brukerens etter fordi han hun
  har hvis ikke kan kommer men mot når noe også ofte og over på selv sier skal som så til under ut ved vi å`
    .split(/\s+/)
    .filter(Boolean)

/**
 * Sentences in paragraphs of about 400 characters, at least `length` characters, the same for the
 * same seed. One word in a thousand is rare, so that a search has something to find.
 */
export function madeUpText(length, seed) {
  const random = randomFrom(seed)
  const paragraphs = []
  let total = 0
  while (total < length) {
    let paragraph = ''
    while (paragraph.length < 400) paragraph += `${sentence(random)} `
    const speaker = paragraphs.length % 2 === 0 ? 'Intervjuer' : 'Deltaker'
    paragraphs.push(`${speaker}: ${paragraph.trimEnd()}`)
    total += paragraph.length + speaker.length + 4
  }
  return `${paragraphs.join('\n\n').slice(0, length)}\n`
}

function sentence(random) {
  const count = 6 + Math.floor(random() * 10)
  const chosen = Array.from({ length: count }, () =>
    random() < 0.001
      ? `sjeldenord${Math.floor(random() * 500)}`
      : words[Math.floor(random() * words.length)],
  )
  const text = chosen.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** Mulberry32: small, quick and the same everywhere. */
export function randomFrom(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
