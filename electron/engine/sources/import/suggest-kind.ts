import type { SpeakerCount, SuggestedKind } from './types.ts'

interface Clues {
  /** What the format alone says. */
  kind: SuggestedKind
  fileTitle: string
  /** A title that the file itself gives. */
  title: string
  text: string
  speakers: SpeakerCount[]
}

/** The researcher's own papers, which bear the name of what they are for. */
const papers =
  /intervjuguide|intervjumal|interview ?guide|observasjonsguide|observation ?guide|samtykke|consent|informasjonsskriv|information ?(?:letter|sheet)/

/** The first that fits a name counts; data come before what the data are about. */
const kinds: [SuggestedKind, RegExp][] = [
  ['focus group', /(?:fokus|focus) ?(?:gruppe?|group)/],
  ['field note', /felt(?:notat|dagbok|logg)|field ?(?:note|log|diary|journal)/],
  ['observation', /observasjon|observation/],
  ['interview', /intervju|interview/],
  ['document', /referat(?:er|et)? |møtebok| minutes | protokoll/],
  [
    'boss text',
    new RegExp(
      [
        String.raw`retningslin(?:j?e|er)|rundskriv|forskrift|skjema(?:et|er)? |instruks(?:en|er)? `,
        String.raw`ve[ig]led(?:er|eren|ere|erne|ar) |rettlei(?:ar|ing)|rutine(?:r|n|beskrivelse)? |prosedyre`,
        String.raw` lov(?:en|a)? |\p{L}{4}loven |lovdata`,
        String.raw` guide ?lines? | laws? | act | regulations? | circulars? | forms? | polic(?:y|ies) | procedures? `,
      ].join('|'),
      'u',
    ),
  ],
]

/**
 * What kind of source a file probably is, by its name, its title, who speaks in it, and its first
 * words. A guess that is shown before the import and can be changed; what is unclear is a document.
 */
export function suggestKind(clues: Clues): SuggestedKind {
  const { kind, speakers } = clues
  if (kind !== 'document' && kind !== 'web page') return kind
  const named = kindByName(clues.fileTitle) ?? kindByName(clues.title)
  if (kind === 'web page') return named === 'boss text' ? named : kind
  if (named !== undefined) return named
  if (speakers.length > 0) return 'interview'
  return kindByName(firstWords(clues.text)) ?? kind
}

function kindByName(name: string): SuggestedKind | undefined {
  const words = ` ${name.normalize('NFC').toLocaleLowerCase('nb')} `.replace(/[\s_.,()[\]-]+/g, ' ')
  if (papers.test(words)) return 'document'
  return kinds.find(([, pattern]) => pattern.test(words))?.[0]
}

/** The first two words of a short first line, which name a text that is no running prose. */
function firstWords(text: string): string {
  const [line = ''] = text.split('\n', 1)
  return line.length > 100 ? '' : (/^\s*\S+(?:\s+\S+)?/.exec(line)?.[0] ?? '')
}
