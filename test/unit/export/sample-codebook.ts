import type { Codebook, CodebookCode, CodebookExample } from '../../../shared/analysis/codebook.ts'
import type { CodeKind } from '../../../shared/model/kinds.ts'

type Draft = Partial<CodebookCode> & { name: string; kind: CodeKind }

/** Our ids are UUIDs of version 7; these count up so that a test can name one. */
export function sampleId(number: number): string {
  return `0193e5a0-1c4f-7a00-8000-${number.toString(16).padStart(12, '0')}`
}

function example(
  number: number,
  quote: string,
  sourceTitle: string,
  locator: string,
): CodebookExample {
  return { passageId: sampleId(0x9000 + number), quote, sourceTitle, locator }
}

const DRAFTS: Draft[] = [
  {
    name: 'Making the activity plan fit',
    kind: 'work',
    definition:
      'What a counsellor does so that a person’s situation can be entered in the activity plan: choosing among fixed headings, rewording, leaving out.\n\nThe work is seldom counted as work.',
    whenToUse: 'The speaker tells or shows how a plan is filled in, alone or with the jobseeker.',
    whenNotToUse:
      'Talk about what the plan says, with nobody working on it: use “Activity plan” (text).',
    aliases: ['plan work', 'fitting'],
    status: 'in use',
    examples: [
      example(
        1,
        'I write it so that it passes. It is not exactly what she said, but it is what the box can take.',
        'Interview 3, counsellor',
        '4:32',
      ),
      example(
        2,
        'We sit there together and look for the word that is closest.\nUsually it is “clarification”.',
        'Interview 5, counsellor',
        '¶ 58',
      ),
      example(3, 'A third example that the default leaves out.', 'Interview 6, counsellor', '¶ 7'),
    ],
  },
  {
    name: 'Waiting for a decision',
    kind: 'time',
    definition: 'Days and weeks in which nothing may be started because a letter has not come.',
    status: 'provisional',
    examples: [
      example(
        4,
        'Så da satt vi der, da, i seks uker, og venta på det vedtaket.',
        'Intervju 2, arbeidssøker',
        '¶ 12',
      ),
    ],
  },
  {
    name: 'Activity plan',
    kind: 'text',
    definition: 'The form that both sign, in any version.',
    whenToUse: 'Somebody reads, fills in, shows or cites it.',
    status: 'in use',
    aliases: ['aktivitetsplan'],
    examples: [],
  },
]

function complete(draft: Draft, index: number): CodebookCode {
  return {
    id: sampleId(index + 1),
    path: [],
    depth: 0,
    definition: '',
    whenToUse: '',
    whenNotToUse: '',
    aliases: [],
    status: 'in use',
    hue: (index * 67) % 360,
    examples: [],
    passages: 3 + ((index * 7) % 40),
    sources: 1 + (index % 6),
    created: '2026-03-02T11:20:00.000Z',
    changed: '2026-10-17T12:05:00.000Z',
    ...draft,
  }
}

export function codebookOf(codes: CodebookCode[], sets: Codebook['sets'] = []): Codebook {
  return {
    project: {
      title: 'Following the plan: work and texts at two offices',
      analysts: ['Kari', 'Ola'],
      exported: '2026-11-22T12:00:00.000Z',
    },
    sets,
    codes,
    totals: {
      codes: codes.length,
      passages: codes.reduce((sum, { passages }) => sum + passages, 0),
      sources: 6,
      codings: codes.reduce((sum, { passages }) => sum + passages, 0) + 4,
    },
  }
}

/** Three codes, the second under the first, and one set. */
export function smallCodebook(): Codebook {
  const codes = DRAFTS.map(complete)
  const [first, second] = codes
  if (first === undefined || second === undefined) throw new Error('the sample has three codes')
  Object.assign(second, { parentId: first.id, path: [first.name], depth: 1 })
  return codebookOf(codes, [
    { name: 'First reading', codeIds: codes.slice(0, 2).map(({ id }) => id) },
  ])
}

const THEMES = [
  'Being counted',
  'The short meeting',
  'Who reads the letter',
  'Work that nobody sees',
]
const PARTS = [
  'at the desk',
  'on the telephone',
  'before the deadline',
  'with the doctor',
  'afterwards',
]

/** Sixty codes three levels deep. */
export function largeCodebook(): Codebook {
  const codes: CodebookCode[] = []
  const add = (name: string, kind: CodeKind, parent?: CodebookCode): CodebookCode => {
    const index = codes.length
    const draft = DRAFTS[index % DRAFTS.length] ?? { name, kind }
    const code = complete({ ...draft, name, kind }, index)
    if (parent !== undefined) {
      Object.assign(code, {
        parentId: parent.id,
        path: [...parent.path, parent.name],
        depth: parent.depth + 1,
      })
    }
    codes.push(code)
    return code
  }
  const kinds: CodeKind[] = ['work', 'text', 'actor', 'site', 'time', 'discourse', 'free']
  THEMES.forEach((theme, themeIndex) => {
    const top = add(theme, 'theme')
    PARTS.slice(0, 4).forEach((part, partIndex) => {
      const middle = add(
        `${theme}, ${part}`,
        kinds[(themeIndex + partIndex) % kinds.length] ?? 'free',
        top,
      )
      if (partIndex < 4) add(`Rewording ${part}`, 'work', middle)
      if (partIndex < 3) add(`Form used ${part} (${themeIndex + 1})`, 'text', middle)
      if (partIndex < 3) add(`“It has to be done by Friday” ${part}`, 'discourse', middle)
    })
  })
  return codebookOf(codes.slice(0, 60), [
    { name: 'First reading', codeIds: codes.slice(0, 12).map(({ id }) => id) },
    { name: 'Texts', codeIds: codes.filter(({ kind }) => kind === 'text').map(({ id }) => id) },
  ])
}

const AWKWARD_NAME = 'A/B & "<c>" \'d\' 100 % $x_1^2 {#} \\ `~` | [e] *f*'
export const EMOJI_TEXT = 'blåbær 😀 👩🏽‍💻 æøå ÆØÅ'
export const HEBREW_TEXT = 'שלום עולם'

/** Everything that has broken an export before: names, directions, formulas, controls, length. */
export function awkwardCodebook(): Codebook {
  const drafts: Draft[] = [
    {
      name: AWKWARD_NAME,
      kind: 'free',
      definition: `<script>alert(1)</script>\n| a | b |\n# no heading`,
    },
    {
      name: EMOJI_TEXT,
      kind: 'theme',
      definition: HEBREW_TEXT,
      whenToUse: 'a\u0007b\u0000c\u001Bd',
    },
    { name: '=1+1', kind: 'free', definition: '@SUM(A1)', whenToUse: '-2', whenNotToUse: '+3' },
    { name: HEBREW_TEXT, kind: 'actor', definition: 'lang '.repeat(14_000) },
  ]
  return codebookOf(drafts.map(complete))
}
