import { z } from 'zod'
import { code, codeSet, coding, id } from '../model/entities.ts'
import { codeKinds, codeStatuses } from '../model/kinds.ts'
import { define } from './define.ts'
import { codingLayer } from './rounds.ts'

const nothing = z.object({})

const codeFields = {
  name: z.string().optional(),
  kind: z.enum(codeKinds).optional(),
  definition: z.string().optional(),
  whenToUse: z.string().optional(),
  whenNotToUse: z.string().optional(),
  aliases: z.array(z.string()).optional(),
  hue: z.number().min(0).max(359).optional(),
  status: z.enum(codeStatuses).optional(),
  examples: z.array(id).optional(),
  entity: code.shape.entity.optional(),
}

const affected = z.object({ codings: z.number(), codes: z.number() })

export const codeCommands = {
  'codes.create': define(
    'Makes a code.',
    z.object({
      ...codeFields,
      name: z.string(),
      parentId: id.nullable().optional(),
      order: z.number().optional(),
    }),
    code,
  ),
  'codes.update': define(
    'Changes fields of codes; several at once for colour, kind and status.',
    z.object({ codeIds: z.array(id).min(1), ...codeFields }),
    nothing,
  ),
  'codes.move': define(
    'Moves codes below another code (null: to the top), before a sibling or last.',
    z.object({
      codeIds: z.array(id).min(1),
      parentId: id.nullable(),
      beforeId: id.nullable().optional(),
    }),
    nothing,
  ),
  'codes.merge': define(
    'Moves all codings and sub-codes of codes to another code and deletes the emptied ones; can be undone.',
    z.object({ codeIds: z.array(id).min(1), intoId: id }),
    affected,
  ),
  'codes.split': define(
    'Deals codings of a code out to other codes, in one step. Codes that are not there yet are made beside it.',
    z.object({
      codeId: id,
      newCodes: z
        .array(z.object({ name: z.string(), hue: codeFields.hue }))
        .optional()
        .describe('codes to make in the same step, with the kind and the parent of the code'),
      deal: z
        .array(
          z.object({
            codingId: id,
            codeId: id.optional(),
            newCode: z
              .number()
              .int()
              .min(0)
              .optional()
              .describe('instead of codeId: place in newCodes, from 0'),
          }),
        )
        .min(1),
    }),
    affected,
  ),
  'codes.delete': define(
    'Deletes codes with their sub-codes and codings; can be undone.',
    z.object({ codeIds: z.array(id).min(1) }),
    affected,
  ),
  'codes.import': define(
    'Adds the codes of a codebook file (.csv, .xlsx, .qdc); codes of the same path are kept.',
    z.object({ path: z.string() }),
    z.object({ created: z.number(), kept: z.number(), notes: z.array(z.string()) }),
  ),
  'codeSets.create': define(
    'Makes a set of codes.',
    z.object({ name: z.string().min(1), codeIds: z.array(id).optional() }),
    codeSet,
  ),
  'codeSets.update': define(
    'Renames a set or changes its codes.',
    z.object({
      codeSetId: id,
      name: z.string().min(1).optional(),
      codeIds: z.array(id).optional(),
    }),
    nothing,
  ),
  'codeSets.delete': define('Deletes a set, not its codes.', z.object({ codeSetId: id }), nothing),
  'passages.code': define(
    'Codes a range of a source. The same range, code and analyst twice is one coding.',
    z.object({
      sourceId: id,
      start: z.number().int().min(0),
      end: z.number().int().min(0),
      codeId: id.optional(),
      codeIds: z.array(id).optional().describe('several codes at once'),
      newCode: z
        .object({ name: z.string(), parentId: id.nullable().optional() })
        .optional()
        .describe('a code made on the fly, in the same step'),
    }),
    z.object({
      passageId: id,
      codingIds: z.array(id),
      codeIds: z.array(id),
      id: id.describe('the passage'),
      sourceId: id,
      start: z.number(),
      end: z.number(),
      quote: z.string(),
    }),
  ),
  'passages.changeRange': define(
    'Extends or shrinks a passage; its codings follow.',
    z.object({
      passageId: id,
      start: z.number().int().min(0),
      end: z.number().int().min(0),
    }),
    nothing,
  ),
  'passages.delete': define(
    'Removes a passage with all its codings; can be undone.',
    z.object({ passageIds: z.array(id).min(1) }),
    z.object({ codings: z.number() }),
  ),
  'codings.delete': define(
    'Removes codings (uncode); a passage left without codings and memos goes too.',
    z.object({ codingIds: z.array(id).min(1) }),
    z.object({ codings: z.number() }),
  ),
  'codings.recode': define(
    'Gives codings another code.',
    z.object({ codingIds: z.array(id).min(1), codeId: id }),
    nothing,
  ),
  'codings.update': define(
    'Changes comment or weight of a coding.',
    z.object({
      codingId: id,
      comment: z.string().optional(),
      weight: z.number().min(0).max(100).nullable().optional(),
    }),
    nothing,
  ),
}

export const codeQueries = {
  'codes.list': define(
    'All codes depth-first in tree order, with counts, and all sets.',
    nothing,
    z.object({ items: z.array(code), sets: z.array(codeSet) }),
  ),
  'codes.get': define('One code.', z.object({ codeId: id }), code),
  'codes.affected': define(
    'What deleting these codes would touch, with everything below them; or, with `own`, what merging them would move.',
    z.object({
      codeIds: z.array(id).min(1),
      own: z.boolean().optional().describe('count only codings of the codes themselves'),
    }),
    affected.extend({ sources: z.number(), subcodes: z.number() }),
  ),
  'codes.history': define(
    'What happened to a code, newest first.',
    z.object({ codeId: id }),
    z.object({
      items: z.array(
        z.object({
          id: z.number(),
          time: z.string(),
          analyst: z.string(),
          command: z.string(),
          label: z.string(),
          changes: z.record(z.string(), z.string()).describe('field → new value, readable'),
        }),
      ),
    }),
  ),
  'codings.list': define(
    'All codings with source, range, quote and code.',
    z.object({
      codeId: id.optional(),
      sourceId: id.optional(),
      ...codingLayer,
      limit: z.number().int().min(1).max(1000000).optional(),
      offset: z.number().int().min(0).optional(),
    }),
    z.object({
      items: z.array(
        coding.extend({
          sourceId: id,
          start: z.number(),
          end: z.number(),
          quote: z.string(),
          codeName: z.string(),
        }),
      ),
      total: z.number(),
    }),
  ),
}
