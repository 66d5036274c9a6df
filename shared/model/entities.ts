import { z } from 'zod'
import {
  attributeTypes,
  caseKinds,
  codeKinds,
  codeStatuses,
  holderKinds,
  memoKinds,
  memoStatuses,
  sourceKinds,
  sourceLanguages,
  sourceLevels,
} from './kinds.ts'

/** UUIDv7 in lower case. */
export const id = z.string().min(1).max(64)
/** ISO 8601 time in UTC with milliseconds. */
export const time = z.string()

const stamped = {
  id,
  created: time,
  createdBy: id.describe('analyst'),
  changed: time,
}

export const analyst = z.object({
  ...stamped,
  name: z.string(),
  initials: z.string(),
  hue: z.number().describe('degrees, 0–359'),
  position: z.string().describe('insider/outsider note'),
})

export const folder = z.object({
  ...stamped,
  name: z.string(),
  parentId: id.nullable(),
  order: z.number(),
})

/** What is filled in for an attribute: a date is ISO (year, year-month or day), a choice one of its options. */
export const attributeValue = z.union([z.string(), z.number(), z.boolean()])
/** Attribute → value; what is not known is not there. */
export const attributeValues = z.record(id, attributeValue)

export const person = z.object({
  ...stamped,
  pseudonym: z.string(),
  role: z.string(),
  values: attributeValues,
})

export const attribute = z.object({
  ...stamped,
  name: z.string(),
  of: z.enum(holderKinds).describe('what it is an attribute of'),
  type: z.enum(attributeTypes),
  options: z.array(z.string()).describe('of a choice, in their order; otherwise empty'),
  order: z.number(),
})

/** What is studied across persons and documents: a workplace, an office, a file, a journey … */
export const studyCase = z.object({
  ...stamped,
  name: z.string(),
  kind: z.enum(caseKinds),
  personIds: z.array(id),
  sourceIds: z.array(id),
  passageIds: z.array(id),
  values: attributeValues,
  note: z.string(),
})

export const source = z.object({
  ...stamped,
  title: z.string(),
  kind: z.enum(sourceKinds),
  level: z.enum(sourceLevels),
  language: z.enum(sourceLanguages),
  date: z.string().describe('as the researcher wrote it, ISO where possible; empty if unknown'),
  place: z.string(),
  dataEvent: z.string(),
  consent: z.string().describe('basis, permitted uses'),
  verbatim: z.boolean().describe('verbatim quotation is allowed'),
  deleteBy: z.string().describe('day by which it is to be deleted, ISO; empty if none'),
  note: z.string(),
  folderId: id.nullable(),
  order: z.number(),
  format: z.string().describe('extension of the original, or "written"'),
  fileName: z.string(),
  blob: z.string().nullable().describe('SHA-256 of the kept original'),
  characters: z.number().describe('UTF-16 code units'),
  words: z.number(),
  codings: z.number().describe('number of codings in it'),
  number: z.number().describe('running number in the project, used in passage ids'),
})

export const code = z.object({
  ...stamped,
  name: z.string(),
  kind: z.enum(codeKinds),
  parentId: id.nullable(),
  order: z.number(),
  definition: z.string(),
  whenToUse: z.string(),
  whenNotToUse: z.string(),
  aliases: z.array(z.string()),
  hue: z.number().describe('degrees, 0–359'),
  status: z.enum(codeStatuses),
  examples: z.array(id).describe('passages chosen as examples'),
  entity: z
    .object({ type: z.enum(['text', 'actor', 'site']), id })
    .nullable()
    .describe('the text, actor or site it is the index of: renaming one renames the other'),
  codings: z.number().describe('number of codings with it'),
  sources: z.number().describe('number of sources in which it is used'),
})

export const codeSet = z.object({
  ...stamped,
  name: z.string(),
  codeIds: z.array(id),
})

export const coding = z.object({
  ...stamped,
  passageId: id,
  codeId: id,
  analystId: id,
  layer: z.string().describe('working, settled, or the id of a round'),
  weight: z.number().min(0).max(100).nullable(),
  comment: z.string(),
})

export const passage = z.object({
  id,
  sourceId: id,
  start: z.number().int().describe('UTF-16 code units, inclusive'),
  end: z.number().int().describe('UTF-16 code units, exclusive'),
  quote: z.string().describe('text of the source in [start, end)'),
  label: z.string().describe('stable reference for citing: source number, paragraph'),
  state: z.enum(['placed', 'lost']).describe('lost: its words have been deleted from the text'),
  created: time,
  createdBy: id,
})

/** A passage with its codings, as the reading view and lists need it. */
export const codedPassage = passage.extend({
  codings: z.array(coding),
})

/** A passage with its surroundings, as a code's page and search results need it. */
export const passageInContext = codedPassage.extend({
  sourceTitle: z.string(),
  before: z.string().describe('text just before it, at most 240 code units'),
  after: z.string(),
  speaker: z.string().describe('empty if none'),
  paragraph: z.number().describe('from 1'),
  turn: z.number().describe('from 1; 0 if the source has no turns'),
  time: z.number().nullable().describe('milliseconds'),
  page: z.string().describe('empty if none'),
})

export const memo = z.object({
  ...stamped,
  title: z.string(),
  kind: z.enum(memoKinds),
  status: z.enum(memoStatuses),
  about: z
    .object({ type: z.enum(['project', 'source', 'code', 'passage']), id })
    .describe('what the memo is attached to'),
  aboutLabel: z.string(),
  text: z.string().describe('plain text of the memo'),
})

export const activity = z.object({
  id: z.number(),
  time,
  analystId: id,
  analyst: z.string(),
  command: z.string(),
  label: z.string().describe('what it was done to, readable'),
  entities: z.array(id),
})

export type Analyst = z.infer<typeof analyst>
export type Folder = z.infer<typeof folder>
export type AttributeValue = z.infer<typeof attributeValue>
export type Person = z.infer<typeof person>
export type Attribute = z.infer<typeof attribute>
export type StudyCase = z.infer<typeof studyCase>
export type Source = z.infer<typeof source>
export type Code = z.infer<typeof code>
export type CodeSet = z.infer<typeof codeSet>
export type Coding = z.infer<typeof coding>
export type Passage = z.infer<typeof passage>
export type CodedPassage = z.infer<typeof codedPassage>
export type PassageInContext = z.infer<typeof passageInContext>
export type Memo = z.infer<typeof memo>
export type Activity = z.infer<typeof activity>
