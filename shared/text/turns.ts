import type { Block, SourceText } from './source-text.ts'

export interface SpeakerTurns {
  name: string
  turns: number
}

interface Candidate {
  block: number
  name: string | undefined
  key: string | undefined
  label: number
  /** Length of a stamp that can stand for itself at the beginning; 0 if there is none. */
  stampLabel: number
  time: number | undefined
  /** Formed so plainly that it needs no recurrence: a stamp in brackets or with hours. */
  certainTime: boolean
}

const stamp = String.raw`(?:\[\s*(?<a>\d{1,3}:\d{2}(?::\d{2})?(?:[.,-]\d{1,3})?)\s*\]|\(\s*(?<b>\d{1,3}:\d{2}(?::\d{2})?(?:[.,-]\d{1,3})?)\s*\)|#(?<c>\d{1,3}:\d{2}(?::\d{2})?(?:[.,-]\d{1,3})?)#|(?<d>\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?))`
const leadingStamp = new RegExp(`^${stamp}[\\s:–-]*`)
const trailingStamp = new RegExp(`\\s*${stamp}$`)
const name =
  /^(?:\p{Lu}[\p{L}\p{N}.'’/&-]*(?: (?:\p{Lu}|\d|\(|av |von |van |de )[\p{L}\p{N}.'’/()-]*){0,3}|\p{L}{1,14} ?\d{0,2})$/u
const notASpeaker =
  /^(?:note|nb|ps|obs|merk|merknad|dato|date|sted|stad|place|tid|time|kilde|kjelde|source|tema|topic|formål|føremål|purpose|eksempel|døme|example|figur|figure|tabell|table|problemstilling|viktig|important|konklusjon|conclusion|sammendrag|samandrag|summary|abstract|vedlegg|appendix|varighet|duration|til stede|deltakere|deltakarar|participants|til|fra|to|from|emne|subject|cc|sak|kapittel|chapter|del|part|punkt|jf|se|see|tlf|telefon|e-post|epost|email|adresse|http|https|www|forskningsspørsmål|nøkkelord|keywords|prosjekt|project|tittel|title|kontekst|context|refleksjon|refleksjoner|observasjon|observasjoner|metode|resultat|mål|tiltak|ansvar|frist|hjemmel|lov|forskrift|type|kjønn|alder|stilling|navn|namn|name)$/i

/**
 * Marks who speaks and when, by a vote over the whole text: a label counts when it recurs at the
 * start of paragraphs and when labels carry so much of the text that it reads as a conversation.
 * The label stays in the text. Blocks that already have a speaker are left as they are.
 */
export function markTurns(source: SourceText): SpeakerTurns[] {
  const spoken = source.blocks.filter((block) => block.kind === 'paragraph').length
  const known = countSpeakers(source.blocks)
  if (known.length > 0 || spoken === 0) return known
  const candidates = candidatesOf(source)
  const timed = candidates.filter((candidate) => candidate.time !== undefined)
  const timesHold = isMostlyRising(timed.map((candidate) => candidate.time ?? 0))
  const counts = new Map<string, number>()
  for (const { key } of candidates) {
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const recurring = new Set([...counts].filter(([, count]) => count >= 2).map(([key]) => key))
  const votes = candidates.filter(({ key }) => key !== undefined && recurring.has(key)).length
  const share = votes / spoken
  const isTalk =
    votes >= 2 &&
    (share >= 0.25 ||
      (recurring.size >= 2 && votes >= 8 && share >= 0.1) ||
      (timesHold && timed.length >= 3 && share >= 0.1))
  const isTimed = timed.some((candidate) => candidate.certainTime)
    ? timesHold
    : timesHold && timed.length >= 3
  const first = new Map<string, string>()
  for (const candidate of candidates) {
    const block = source.blocks[candidate.block]
    if (block === undefined) continue
    const { key } = candidate
    const counted =
      isTalk && key !== undefined && (recurring.has(key) || (share >= 0.4 && isPlainName(key)))
    const stamped = candidate.time !== undefined && isTimed
    const byStamp = stamped && candidate.stampLabel > 0
    if (!counted && !byStamp) continue
    if (counted && candidate.name !== undefined && key !== undefined) {
      const known = first.get(key) ?? candidate.name
      first.set(key, known)
      block.speaker = known
    }
    if (stamped && candidate.time !== undefined) block.time = candidate.time
    block.label = counted ? candidate.label : candidate.stampLabel
  }
  return countSpeakers(source.blocks)
}

/** Speakers in order of their first turn. */
export function countSpeakers(blocks: Block[]): SpeakerTurns[] {
  const counts = new Map<string, number>()
  for (const { speaker } of blocks) {
    if (speaker !== undefined) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  }
  return [...counts].map(([name, turns]) => ({ name, turns }))
}

/** `01:02:03,450` and `2:03` in milliseconds. */
export function timeFromStamp(text: string): number | undefined {
  const found = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,-](\d{1,3}))?$/.exec(text)
  if (found === null) return undefined
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = found
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  return whole * 1000 + Number(fraction.padEnd(3, '0') || '0')
}

function candidatesOf(source: SourceText): Candidate[] {
  const candidates: Candidate[] = []
  const bold = source.marks.filter((mark) => mark.bold === true)
  let start = 0
  let boldAt = 0
  source.blocks.forEach((block, index) => {
    const end = source.text.indexOf('\n', start)
    while ((bold[boldAt]?.end ?? Infinity) <= start) boldAt += 1
    const mark = bold[boldAt]
    if (block.kind === 'paragraph' || block.kind === 'list-item') {
      const head = source.text.slice(start, Math.min(end, start + 90))
      const boldEnd = mark !== undefined && mark.start <= start ? mark.end - start : 0
      const found = readLabel(head, end - start, boldEnd)
      if (found !== undefined) candidates.push({ ...found, block: index })
    }
    start = end + 1
  })
  return candidates
}

function readLabel(
  head: string,
  length: number,
  boldLength: number,
): Omit<Candidate, 'block'> | undefined {
  const leading = leadingStamp.exec(head)
  const offset = leading?.[0].length ?? 0
  const leadingTime = leading === null ? undefined : timeOf(leading)
  const standsAlone = leading !== null && isUnmistakable(leading)
  const stampLabel = standsAlone ? Math.min(length, offset) : 0
  const rest = head.slice(offset)
  const colon = rest.search(/:(?=\s|$)/)
  const byColon = colon > 0 && colon <= 40 ? rest.slice(0, colon) : undefined
  const boldName = boldLength > offset ? head.slice(offset, boldLength).trim() : undefined
  for (const [text, sign] of [
    [byColon, 1],
    [boldLength < length ? boldName?.replace(/:$/, '') : undefined, 0],
    [length <= 60 ? rest.trimEnd() : undefined, 0],
  ] as const) {
    if (text === undefined) continue
    const trailing = trailingStamp.exec(text)
    const isLine = sign === 0 && text === rest.trimEnd()
    if (isLine && trailing === null && leading === null) continue
    const bare = (trailing === null ? text : text.slice(0, trailing.index)).trim()
    if (!isName(bare)) continue
    if (isLine && trailing === null && !/^\p{Lu}/u.test(bare)) continue
    const time = leadingTime ?? (trailing === null ? undefined : timeOf(trailing))
    const after = /^[\s:]*/.exec(rest.slice(text.length))?.[0].length ?? 0
    return {
      name: bare,
      key: bare.toLocaleLowerCase('nb'),
      label: Math.min(length, offset + text.length + after),
      stampLabel,
      time,
      certainTime: time !== undefined,
    }
  }
  if (leading === null || leadingTime === undefined) return undefined
  if (!standsAlone) return undefined
  const certain = leading.groups?.['b'] === undefined || leading[0].split(':').length > 2
  return {
    name: undefined,
    key: undefined,
    label: stampLabel,
    stampLabel,
    time: leadingTime,
    certainTime: certain,
  }
}

/** Minutes and seconds without brackets may as well be a time of day. */
function isUnmistakable(leading: RegExpExecArray): boolean {
  const bare = leading.groups?.['d']
  return bare === undefined || bare.split(':').length === 3
}

function timeOf(match: RegExpExecArray): number | undefined {
  const groups = match.groups ?? {}
  return timeFromStamp(groups['a'] ?? groups['b'] ?? groups['c'] ?? groups['d'] ?? '')
}

function isName(text: string): boolean {
  return text.length > 0 && text.length <= 32 && name.test(text) && !notASpeaker.test(text)
}

function isPlainName(key: string): boolean {
  return !key.includes(' ') || /\d$/.test(key)
}

function isMostlyRising(times: number[]): boolean {
  const steps = times.slice(1)
  const rising = steps.filter((time, index) => time >= (times[index] ?? 0)).length
  return times.length > 0 && rising >= steps.length * 0.8
}
