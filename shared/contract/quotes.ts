import { z } from 'zod'
import { id, time } from '../model/entities.ts'
import { define, task } from './define.ts'
import { findings, masks } from './leaving.ts'
import { codedUnits } from './search.ts'
import { passageOrPlace } from './texts.ts'

const nothing = z.object({})
const language = z.enum(['en', 'nb']).optional().describe('of words in labels, default en')

export const quoteStates = ['current', 'changed', 'lost', 'gone', 'withdrawn'] as const
export const accountFormats = ['docx', 'md', 'tex'] as const

/** Bytes of a Yjs update: a Uint8Array on a port, base64 in JSON. */
const update = z.union([z.instanceof(Uint8Array), z.string()])

const edit = z.object({
  start: z.number().int().describe('UTF-16 code units of the words as said'),
  end: z.number().int(),
  by: z.string(),
})

const use = z.object({ accountId: id, title: z.string(), times: z.number().int() })

const quote = z.object({
  id,
  number: z.number().int().describe('running number in the register'),
  created: time,
  createdBy: id,
  changed: time,
  passageId: id,
  sourceId: id,
  sourceTitle: z.string(),
  passageLabel: z.string(),
  asSaid: z.string().describe('the words of the passage now; empty when they are not there'),
  asItWas: z.string().describe('its words when the printed form was looked at last'),
  printed: z.string().describe('as printed; follows the passage'),
  edits: z.array(edit).describe('what makes the printed form of the words as said'),
  translation: z.string(),
  label: z.string(),
  note: z.string(),
  words: z.number().int().describe('of the printed form'),
  status: z.enum(['chosen', 'used']),
  state: z
    .enum(quoteStates)
    .describe(
      'changed: its words are others than when the printed form was looked at; lost: they are deleted from the text; gone: passage or source is deleted',
    ),
  usedIn: z.array(use),
  usedElsewhere: z.string().describe('where else it is printed, in words'),
  personIds: z.array(id).describe('who is quoted'),
  codeIds: z.array(id),
  overlaps: z.array(id).describe('other quotes of the same or overlapping words'),
  verbatim: z.boolean().describe('false: the consent of its source forbids verbatim quotation'),
})

const account = z.object({
  id,
  title: z.string(),
  created: time,
  createdBy: id,
  changed: time,
  text: z.string().describe('what is written in it, without quotations'),
  words: z.number().int(),
  quoteIds: z.array(id),
  notices: z
    .array(z.object({ quoteId: id, state: z.enum(quoteStates) }))
    .describe('quotations whose words changed or are no longer there'),
})

const filter = {
  personId: id.nullable().optional().describe('null: of nobody the project knows'),
  sourceId: id.optional(),
  codeId: id.optional(),
  words: z.string().optional().describe('in the quote, its translation, label or note'),
  status: z.enum(['chosen', 'used']).optional(),
}

export const quoteCommands = {
  'quotes.create': define(
    'Takes passages into the register of quotes; one that is there already is given again.',
    z.object({
      passages: z.array(passageOrPlace).min(1),
      unit: z
        .enum(codedUnits)
        .optional()
        .describe('places are widened to the sentences, turns or paragraphs they stand in'),
    }),
    z.object({
      quoteIds: z.array(id),
      made: z.number().int(),
      overlapping: z.number().int().describe('of those made: overlap a quote there was'),
      notVerbatim: z.number().int().describe('of those made: consent forbids verbatim quotation'),
    }),
  ),
  'quotes.update': define(
    'Changes the printed form, the translation or the notes of a quote. The printed form is kept as edits of the words as said.',
    z.object({
      quoteId: id,
      printed: z.string().optional(),
      translation: z.string().optional(),
      note: z.string().optional(),
      usedElsewhere: z.string().optional(),
    }),
    nothing,
  ),
  'quotes.accept': define(
    'Says that quotes have been looked at after their passages changed.',
    z.object({ quoteIds: z.array(id).min(1) }),
    nothing,
  ),
  'quotes.delete': define(
    'Takes quotes out of the register; can be undone.',
    z.object({ quoteIds: z.array(id).min(1) }),
    nothing,
  ),
  'quotes.setLabel': define(
    'Sets the pattern of the labels of all quotes of the project.',
    z.object({ pattern: z.string().min(1).max(300) }),
    nothing,
  ),
  'accounts.create': define(
    'Begins an account: a longer text with quotations.',
    z.object({
      title: z.string().optional(),
      text: z.string().optional().describe('plain text to begin with, one paragraph a line'),
    }),
    account,
  ),
  'accounts.update': define(
    'Renames an account.',
    z.object({ accountId: id, title: z.string() }),
    nothing,
  ),
  'accounts.write': define(
    'Appends a Yjs update of the account’s rich text (root "root", Lexical binding).',
    z.object({ accountId: id, update }),
    nothing,
  ),
  'accounts.quote': define(
    'Puts a quotation at the end of an account.',
    z.object({ accountId: id, quoteId: id }),
    nothing,
  ),
  'accounts.delete': define(
    'Deletes accounts; can be undone.',
    z.object({ accountIds: z.array(id).min(1) }),
    nothing,
  ),
  'export.account': define(
    'Writes an account to a file with its quotations, tables and maps as they are now.',
    z.object({
      accountId: id,
      format: z.enum(accountFormats),
      path: z.string().min(1),
      language: z.enum(['en', 'nb']).optional(),
      translations: z.boolean().optional().describe('print translations below, default true'),
      task,
      masks,
    }),
    z.object({
      path: z.string(),
      bytes: z.number(),
      quotations: z.number().int(),
      missing: z.number().int().describe('quotations whose words are not there any more'),
      pictures: z
        .number()
        .int()
        .describe('files of maps beside a LaTeX or Markdown file, named after it'),
      findings,
    }),
  ),
}

export const quoteQueries = {
  'quotes.list': define(
    'The register of quotes, in the order in which they were taken.',
    z.object({ language, ...filter }),
    z.object({ items: z.array(quote), pattern: z.string().describe('of the labels') }),
  ),
  'quotes.preview': define(
    'The labels that quotes would have with another pattern.',
    z.object({ pattern: z.string(), language }),
    z.object({ items: z.array(z.object({ quoteId: id, label: z.string() })) }),
  ),
  'quotes.balance': define(
    'How much each person is quoted, the silent ones too; opens the list by person.',
    z.object({}),
    z.object({
      items: z.array(
        z.object({
          personId: id.nullable().describe('null: quoted from nobody the project knows'),
          pseudonym: z.string(),
          role: z.string(),
          quotes: z.number().int(),
          used: z.number().int(),
          words: z.number().int().describe('printed; of quotes of several persons with each'),
        }),
      ),
    }),
  ),
  'accounts.list': define(
    'All accounts, last changed first.',
    z.object({}),
    z.object({ items: z.array(account) }),
  ),
  'accounts.state': define(
    'The Yjs state of an account’s rich text, as one update in base64.',
    z.object({ accountId: id }),
    z.object({ update: z.string() }),
  ),
}

export type Quote = z.infer<typeof quote>
export type Account = z.infer<typeof account>
