import type { Page } from '@playwright/test'
import { titleOf } from '../pages/workspace.ts'
import { command, query } from '../support/engine.ts'
import { samples } from '../support/samples.ts'

interface CodeToMake {
  name: string
  kind: 'theme' | 'work' | 'text' | 'actor' | 'time' | 'discourse'
  hue: number
  definition: string
  /** Words of the sample texts to code with it, by sample. */
  words: Partial<Record<keyof typeof samples, string[]>>
  below?: CodeToMake[]
}

/** A small analysis of the sample texts, to be shown in pictures. */
const codebook: CodeToMake[] = [
  {
    name: 'synlig arbeid',
    kind: 'work',
    hue: 257,
    definition: 'Arbeid som blir til noe i systemet: det som føres, telles og vises fram.',
    words: {
      randi: ['Du må få tiden din til å synes', 'Står det ikke der, har det ikke skjedd.'],
      jonas: ['Men to av dem står som avsluttet til «annet», for de fikk jobben selv.'],
    },
    below: [
      {
        name: 'notatet',
        kind: 'text',
        hue: 200,
        definition: 'Det faste notatet i fagsystemet, og det å skrive det.',
        words: {
          randi: [
            'Det er ikke kontakten som gjør feltet grønt, det er notatet.',
            'Det er en mal. Mål for uka, hva som er gjort, hva som er neste steg.',
            'Da skriver jeg et notat om at det er avtalt kontakt på torsdag.',
          ],
          jonas: ['De fjorten tror jeg noen på fylket har funnet på.'],
        },
      },
      {
        name: 'tellebesøk',
        kind: 'work',
        hue: 175,
        definition: 'Besøk hos arbeidsgivere som gjøres for tallets skyld.',
        words: {
          randi: [
            'Vi vet alle hvilke besøk som er besøk, og hvilke som er tall.',
            'Jeg stakk innom byggvaren og bilverkstedet og sa hei. Det er to besøk. Det tok tjue minutter.',
          ],
          jonas: ['Som ett arbeidsgiverbesøk.'],
          guideline: ['Jobbspesialisten skal gjennomføre minst fire arbeidsgiverbesøk hver uke.'],
        },
      },
    ],
  },
  {
    name: 'usynlig arbeid',
    kind: 'work',
    hue: 25,
    definition: 'Det som må gjøres for at noe skal virke, og som ingen rubrikk har plass til.',
    words: {
      randi: [
        'Når man ikke ser på hverandre, er det lettere å snakke.',
        'Å vente riktig. Å vite når du ikke skal ringe. Det finnes ikke noe felt for det.',
        'Vi gikk tur. Rundt vannet, tre onsdager på rad.',
        'Når de ser meg hver uke, blir jeg en kunde som de hilser på.',
      ],
      jonas: ['Ikke på kontoret. Der er det vekter og glassvegger. Jeg har tre kafeer og en benk.'],
    },
    below: [
      {
        name: 'å oversette',
        kind: 'discourse',
        hue: 300,
        definition: 'Å gjøre det noen forteller, om til ord som et skjema kan ta imot.',
        words: {
          randi: ['Jeg fører den som «oppfølging i forbindelse med arbeidsgiverkontakt».'],
          jonas: [
            'Du må oversette. Hvis noen sier at de vil ha en sjef som ikke roper, så skriver jeg «behov for tydelig og rolig ledelse».',
            'Jeg skriver «i utvikling». Det er alltid sant.',
          ],
        },
      },
    ],
  },
  {
    name: 'frister',
    kind: 'time',
    hue: 75,
    definition: 'Dager og uker som er bestemt et annet sted.',
    words: {
      randi: [
        'Hvis det har gått mer enn fjorten dager siden siste registrerte kontakt, blir feltet rødt.',
        'Alle deltakere skal ha en karriereplan innen fire uker.',
      ],
      guideline: ['Kontakt med deltakeren skal registreres minst hver fjortende dag.'],
    },
  },
]

/** Makes codes, codings and a memo in the open project, whose sources are the samples. */
export async function makeAnalysis(page: Page): Promise<void> {
  const { items } = await query(page, 'sources.list', {})
  const texts = new Map<string, { id: string; text: string }>()
  for (const name of Object.keys(samples) as (keyof typeof samples)[]) {
    const source = items.find(({ title }) => title === titleOf(samples[name]))
    if (source === undefined) throw new Error(`${name} has not been imported`)
    const { text } = await query(page, 'sources.text', { sourceId: source.id })
    texts.set(name, { id: source.id, text })
  }
  const make = async ({ words, below = [], ...code }: CodeToMake, parentId: string | null) => {
    const made = await command(page, 'codes.create', { ...code, parentId, status: 'in use' })
    for (const [name, quotes] of Object.entries(words)) {
      const source = texts.get(name)
      for (const quote of quotes) await codeQuote(page, source, quote, made.id)
    }
    for (const child of below) await make(child, made.id)
    return made.id
  }
  const ids: string[] = []
  for (const code of codebook) ids.push(await make(code, null))
  await command(page, 'memos.create', {
    title: 'Hvem leser notatet?',
    kind: 'puzzle',
    text: 'Randi skriver for å få feltet grønt. Jonas skriver for at ingen skal miste noe. Begge skriver til en leser de ikke kjenner.\nSpørsmål til neste besøk: hvem åpner notatet etterpå?',
    about: { type: 'code', id: ids[0] ?? '' },
  })
}

async function codeQuote(
  page: Page,
  source: { id: string; text: string } | undefined,
  quote: string,
  codeId: string,
): Promise<void> {
  const start = source?.text.toLowerCase().indexOf(quote.toLowerCase()) ?? -1
  if (source === undefined || start < 0) throw new Error(`Not in the sample text: ${quote}`)
  const end = start + quote.length
  await command(page, 'passages.code', { sourceId: source.id, start, end, codeId })
}
