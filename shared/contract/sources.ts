import { z } from 'zod'
import { codedPassage, folder, id, passageInContext, source } from '../model/entities.ts'
import { sourceKinds, sourceLanguages, sourceLevels } from '../model/kinds.ts'
import { define, task } from './define.ts'
import { codingLayer } from './rounds.ts'
import { failure } from './errors.ts'

const nothing = z.object({})

export const importOptions = z.object({
  kind: z.enum(sourceKinds).optional(),
  folderId: id.nullable().optional(),
  reflow: z.enum(['auto', 'on', 'off']).optional(),
  turns: z.enum(['auto', 'off']).optional(),
  survey: z.object({ by: z.enum(['row', 'column']), delimiter: z.string().optional() }).optional(),
  encoding: z.string().optional(),
  speakers: z
    .record(z.string(), z.string())
    .optional()
    .describe('speaker as recognised → speaker as corrected; two with one name are merged'),
  duplicates: z.enum(['skip', 'import']).optional().describe('what to do with a known file'),
})

const importNote = z.object({
  code: z.string(),
  count: z.number().optional(),
  detail: z.string().optional(),
})

const importedFile = z.object({
  path: z.string(),
  ok: z.boolean(),
  sourceIds: z.array(id),
  duplicateOf: id.nullable(),
  notes: z.array(importNote),
  error: failure.nullable(),
})
export type ImportedFile = z.infer<typeof importedFile>

const block = z.object({
  kind: z.enum(['paragraph', 'heading', 'list-item', 'table-row', 'footnote', 'quote']),
  level: z.number().optional(),
  ordered: z.boolean().optional(),
  table: z.number().optional(),
  header: z.boolean().optional(),
  note: z.string().optional(),
  speaker: z.string().optional(),
  label: z.number().optional(),
  time: z.number().optional(),
})

export const sourceText = z.object({
  text: z.string(),
  blocks: z.array(block),
  marks: z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      bold: z.literal(true).optional(),
      italic: z.literal(true).optional(),
      underline: z.literal(true).optional(),
      noteRef: z.literal(true).optional(),
    }),
  ),
  pages: z.array(z.object({ at: z.number(), label: z.string() })),
})

const revision = z
  .string()
  .describe('names the characters of a text: two texts that are the same have the same one')

const speaker = z.object({ name: z.string(), turns: z.number(), personId: id.nullable() })

export const sourceCommands = {
  'sources.import': define(
    'Imports files as sources, one transaction a file; progress and cancel by task.',
    z.object({
      paths: z.array(z.string()).min(1),
      options: importOptions.optional(),
      task,
    }),
    z.object({ items: z.array(importedFile) }),
  ),
  'sources.importText': define(
    'Imports pasted text as a source.',
    z.object({ title: z.string(), text: z.string(), options: importOptions.optional() }),
    z.object({ items: z.array(importedFile) }),
  ),
  'sources.redoImport': define(
    'Imports a source again from its kept original with other options; codings are placed anew by their quotes.',
    z.object({ sourceId: id, options: importOptions, task }),
    z.object({ placed: z.number(), lost: z.number(), notes: z.array(importNote) }),
  ),
  'sources.create': define(
    'Makes an empty source to write in, such as a field note.',
    z.object({
      title: z.string().min(1),
      kind: z.enum(sourceKinds).optional(),
      folderId: id.nullable().optional(),
    }),
    source,
  ),
  'sources.update': define(
    'Changes properties of sources.',
    z.object({
      sourceIds: z.array(id).min(1),
      title: z.string().min(1).optional(),
      kind: z.enum(sourceKinds).optional(),
      level: z.enum(sourceLevels).optional(),
      language: z.enum(sourceLanguages).optional(),
      date: z.string().optional(),
      place: z.string().optional(),
      dataEvent: z.string().optional(),
      consent: z.string().optional(),
      verbatim: z.boolean().optional(),
      deleteBy: z.iso.date().or(z.literal('')).optional(),
      note: z.string().optional(),
      folderId: id.nullable().optional(),
      order: z.number().optional(),
    }),
    nothing,
  ),
  'sources.move': define(
    'Moves sources into a folder (null: to the top), before a source in it or last.',
    z.object({
      sourceIds: z.array(id).min(1),
      folderId: id.nullable(),
      beforeId: id.nullable().optional(),
    }),
    nothing,
  ),
  'sources.editText': define(
    'Replaces [start, end) of the text; codings move with the words. With a revision it is refused (source.textChanged) unless the text is still the one the places were counted in.',
    z.object({
      sourceId: id,
      start: z.number().int().min(0),
      end: z.number().int().min(0),
      text: z.string(),
      revision: revision.optional(),
    }),
    z.object({
      length: z.number(),
      lost: z.array(id).describe('passages whose words are gone'),
      revision,
    }),
  ),
  'sources.delete': define(
    'Deletes sources; can be undone.',
    z.object({ sourceIds: z.array(id).min(1) }),
    z.object({ codings: z.number() }),
  ),
  'sources.withdraw': define(
    'Purges sources whose participant has withdrawn: text, codings, original, index, rolling backups, here and at every partner who merges. Cannot be undone.',
    z.object({ sourceIds: z.array(id).min(1), reason: z.string().default('') }),
    z.object({
      codings: z.number(),
      backups: z.number().describe('rolling backups that were removed'),
    }),
  ),
  'sources.renameSpeaker': define(
    'Gives a speaker another name; the name of another speaker merges the two.',
    z.object({ sourceId: id, from: z.string(), to: z.string().min(1) }),
    nothing,
  ),
  'sources.linkSpeaker': define(
    'Says which person a speaker is; null unlinks.',
    z.object({ sourceId: id, speaker: z.string(), personId: id.nullable() }),
    nothing,
  ),
  'sources.setParticipants': define(
    'Says who takes part in a source besides those whom its speakers are linked to.',
    z.object({ sourceId: id, personIds: z.array(id) }),
    nothing,
  ),
  'folders.create': define(
    'Makes a folder of sources.',
    z.object({ name: z.string().min(1), parentId: id.nullable().optional() }),
    folder,
  ),
  'folders.update': define(
    'Renames or moves a folder.',
    z.object({
      folderId: id,
      name: z.string().min(1).optional(),
      parentId: id.nullable().optional(),
      order: z.number().optional(),
    }),
    nothing,
  ),
  'folders.delete': define(
    'Deletes a folder; its sources move to its parent.',
    z.object({ folderId: id }),
    nothing,
  ),
}

export const sourceQueries = {
  'sources.withdrawn': define(
    'Sources that were withdrawn: that they were, not what they said.',
    z.object({}),
    z.object({
      items: z.array(
        z.object({
          sourceId: id,
          number: z.number(),
          time: z.string(),
          analystId: id,
          reason: z.string(),
        }),
      ),
    }),
  ),
  'sources.list': define(
    'All sources and folders.',
    nothing,
    z.object({ items: z.array(source), folders: z.array(folder) }),
  ),
  'sources.get': define('One source.', z.object({ sourceId: id }), source),
  'sources.text': define(
    'The text of a source, with the revision to give along with edits of it.',
    z.object({ sourceId: id }),
    sourceText.extend({ revision }),
  ),
  'sources.passages': define(
    'Passages of a source with their codings, ordered by start, then longest first.',
    z.object({ sourceId: id, ...codingLayer }),
    z.object({ items: z.array(codedPassage) }),
  ),
  'sources.speakers': define(
    'Speakers of a source.',
    z.object({ sourceId: id }),
    z.object({ items: z.array(speaker) }),
  ),
  'sources.setAside': define(
    'Page numbers, running heads and comments taken out at import.',
    z.object({ sourceId: id }),
    z.object({
      items: z.array(
        z.object({ text: z.string(), reason: z.string(), page: z.string().optional() }),
      ),
    }),
  ),
  'sources.preview': define(
    'What an import of these files would give, before anything is stored.',
    z.object({ paths: z.array(z.string()).min(1), options: importOptions.optional() }),
    z.object({
      items: z.array(
        z.object({
          path: z.string(),
          ok: z.boolean(),
          error: failure.nullable(),
          duplicateOf: id.nullable(),
          title: z.string(),
          format: z.string(),
          kind: z.enum(sourceKinds),
          language: z.string(),
          encoding: z.string(),
          reflowed: z.boolean(),
          sources: z.number().describe('how many sources it gives'),
          paragraphs: z.number(),
          characters: z.number(),
          beginning: z.string().describe('first 600 code units'),
          speakers: z.array(z.object({ name: z.string(), turns: z.number() })),
          notes: z.array(importNote),
          setAside: z.number(),
        }),
      ),
    }),
  ),
  'passages.list': define(
    'Passages with context, by code, source, analyst, person or state.',
    z.object({
      codeId: id.optional(),
      withSubcodes: z.boolean().optional(),
      sourceId: id.optional(),
      analystId: id.optional(),
      personId: id.optional(),
      state: z.enum(['placed', 'lost']).optional(),
      ...codingLayer,
      limit: z.number().int().min(1).max(100000).optional(),
      offset: z.number().int().min(0).optional(),
    }),
    z.object({ items: z.array(passageInContext), total: z.number() }),
  ),
  'passages.get': define(
    'One passage with its context and codings.',
    z.object({ passageId: id }),
    passageInContext,
  ),
}
