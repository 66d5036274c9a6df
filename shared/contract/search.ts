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
        from: z.string().optional().describe('a date, as far as it is known; both ends count'),
        to: z.string().optional(),
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

export const codedUnits = ['hit', 'sentence', 'turn', 'paragraph'] as const

export const collocationMeasures = ['frequency', 'logLikelihood', 'mutualInformation'] as const

const nothing = z.object({})
const savedFields = {
  name: z.string().min(1),
  ...searchSpec,
  sort: z.enum(hitSorts).optional(),
}
const savedSearch = z.object({ id, ...savedFields, created: z.string(), createdBy: id })

export const searchCommands = {
  'search.code': define(
    'Codes all hits, or the sentences, turns or paragraphs they stand in, in one step. In a round only sources of the round. Refused (search.changed) when there are not as many as expected.',
    z.object({
      ...searchSpec,
      unit: z.enum(codedUnits),
      codeIds: z.array(id).optional(),
      newCode: z.object({ name: z.string(), parentId: id.nullable().optional() }).optional(),
      except: z.array(z.string()).optional().describe('ids of search.units that are left out'),
      expected: z.number().optional().describe('total of search.units'),
      task,
    }),
    z.object({
      passages: z.number(),
      codings: z.number().describe('new ones; what was coded so already stays'),
      codeIds: z.array(id),
    }),
  ),
  'savedSearches.create': define(
    'Keeps a search under a name; it is carried out anew whenever it is opened.',
    z.object(savedFields),
    savedSearch,
  ),
  'savedSearches.update': define(
    'Renames or changes a saved search.',
    z.object({ savedSearchId: id, ...z.object(savedFields).partial().shape }),
    nothing,
  ),
  'savedSearches.delete': define(
    'Deletes saved searches; can be undone.',
    z.object({ savedSearchIds: z.array(id).min(1) }),
    nothing,
  ),
  'stopWords.set': define(
    'Says of words whether they are left out of frequencies and neighbours in this project.',
    z.object({ words: z.array(z.string().min(1).max(64)).min(1), isStop: z.boolean() }),
    nothing,
  ),
}

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
  'search.units': define(
    'What coding all hits would code: hits, sentences, turns or paragraphs, each once.',
    z.object({
      ...searchSpec,
      unit: z.enum(codedUnits).optional(),
      limit: z.number().int().min(1).max(1000).optional(),
      offset: z.number().int().min(0).optional(),
      task,
    }),
    z.object({
      items: z.array(hit.extend({ hits: z.number().describe('how many stand in it') })),
      total: z.number(),
      leftOut: z.number().describe('hits in sources that are not of the round one is in'),
    }),
  ),
  'search.collocations': define(
    'Words that stand near the hits, by measure, highest first (shared/text/search/collocation.ts).',
    z.object({
      ...searchSpec,
      window: z.number().int().min(1).max(20).optional().describe('words on either side; 5'),
      measure: z.enum(collocationMeasures).optional(),
      minimum: z.number().int().min(1).optional().describe('times together; 2'),
      withStopWords: z.boolean().optional(),
      limit: z.number().int().min(1).max(5000).optional(),
      task,
    }),
    z.object({
      items: z.array(
        z.object({
          word: z.string(),
          together: z.number(),
          left: z.number(),
          right: z.number(),
          overall: z.number(),
          expected: z.number(),
          logLikelihood: z.number(),
          mutualInformation: z.number(),
        }),
      ),
      hits: z.number(),
      words: z.number().describe('in the texts that were searched'),
    }),
  ),
  'search.words': define(
    'How often each word occurs, most often first.',
    z.object({
      scope: searchScope.optional(),
      withStopWords: z.boolean().optional(),
      limit: z.number().int().min(1).max(5000).optional(),
      offset: z.number().int().min(0).optional(),
      task,
    }),
    z.object({
      items: z.array(z.object({ word: z.string(), count: z.number(), sources: z.number() })),
      total: z.number().describe('different words'),
      words: z.number().describe('all words, with stop words'),
    }),
  ),
  'stopWords.list': define(
    'Words that are left out, and those the project lets in although they usually are.',
    nothing,
    z.object({
      items: z.array(z.object({ word: z.string(), isStop: z.boolean(), isOwn: z.boolean() })),
    }),
  ),
  'savedSearches.list': define(
    'Saved searches by name.',
    nothing,
    z.object({ items: z.array(savedSearch) }),
  ),
}
