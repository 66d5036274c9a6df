import { z } from 'zod'
import { id } from '../model/entities.ts'
import { sourceKinds } from '../model/kinds.ts'
import { define, task } from './define.ts'

const reach = z
  .object({
    forms: z.boolean().default(false).describe('other forms of a word, in Norwegian and English'),
    spellings: z.boolean().default(false).describe('bokmål, nynorsk and older spellings as one'),
    compounds: z.boolean().default(false).describe('words that hold the word'),
  })
  .describe('what words outside of quotation marks stand for besides themselves')

/** Where is searched: what is not given does not restrict; lists are joined by or, fields by and. */
export const searchScope = z.object({
  sourceIds: z.array(id).optional(),
  kinds: z.array(z.enum(sourceKinds)).optional(),
  folderIds: z.array(id).optional().describe('with the folders in them'),
  personIds: z.array(id).optional().describe('what these persons say'),
  attributes: z
    .array(
      z.object({
        attributeId: id,
        values: z.array(z.string()).optional().describe('any of these'),
        min: z.number().optional(),
        max: z.number().optional(),
      }),
    )
    .optional()
    .describe('of persons (what they say), of sources, or of cases (their sources and persons)'),
  codeIds: z.array(id).optional().describe('inside passages with any of these codes'),
  withSubcodes: z.boolean().optional(),
  analystIds: z.array(id).optional().describe('inside passages that these analysts have coded'),
  from: z.string().optional().describe('date of the source, as far as it is known: 2024-03'),
  to: z.string().optional(),
})
export type SearchScope = z.infer<typeof searchScope>

/** A search: the query in the language of shared/text/search/SPEC.md, its reach and where. */
export const searchSpec = {
  query: z.string().max(2000),
  reach: reach.optional(),
  scope: searchScope.optional(),
}

export const hitSorts = [
  'source',
  'words',
  'left1',
  'left2',
  'left3',
  'right1',
  'right2',
  'right3',
] as const

const hit = z.object({
  id: z.string().describe('source and start'),
  sourceId: id,
  sourceTitle: z.string(),
  start: z.number().describe('UTF-16 code units'),
  end: z.number(),
  quote: z.string(),
  before: z.string().describe('at most 80 code units of the same paragraph'),
  after: z.string(),
})

export const searchQueries = {
  'search.text': define(
    'The first hits by source and position, as fast as can be; the whole is given by search.hits.',
    z.object({
      ...searchSpec,
      limit: z.number().int().min(1).max(1000).optional(),
      sourceId: id.optional(),
      isUnfinished: z.boolean().optional().describe('the last word is a beginning'),
    }),
    z.object({ items: z.array(hit), more: z.boolean() }),
  ),
  'search.hits': define(
    'All hits, a page at a time, in any order.',
    z.object({
      ...searchSpec,
      sort: z.enum(hitSorts).optional(),
      limit: z.number().int().min(1).max(1000).optional(),
      offset: z.number().int().min(0).optional(),
      task,
    }),
    z.object({
      items: z.array(
        hit.extend({
          speaker: z.string().describe('empty if none'),
          paragraph: z.number().describe('from 1'),
        }),
      ),
      total: z.number(),
      sources: z.number().describe('in how many sources'),
    }),
  ),
  'search.counts': define(
    'How many hits there are by source, kind of source, folder, person (or speaker nobody is linked to) or form of the words; most first.',
    z.object({
      ...searchSpec,
      by: z.enum(['source', 'kind', 'folder', 'person', 'form']).optional(),
      task,
    }),
    z.object({
      items: z.array(
        z.object({
          key: z.string().describe('id, kind or words; empty for what belongs nowhere'),
          label: z.string(),
          hits: z.number(),
          sources: z.number(),
        }),
      ),
      total: z.number(),
    }),
  ),
}
