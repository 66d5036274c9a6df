import { z } from 'zod'
import { question } from '../analysis/question/question.ts'
import {
  attribute,
  attributeValue,
  attributeValues,
  id,
  person,
  passageInContext,
  studyCase,
} from '../model/entities.ts'
import { attributeTypes, caseKinds, holderKinds } from '../model/kinds.ts'
import { define } from './define.ts'
import { passageOrPlace } from './texts.ts'

const nothing = z.object({})

const of = z.enum(holderKinds).describe('whose attributes')
const members = {
  personIds: z.array(id).optional(),
  sourceIds: z.array(id).optional(),
  passages: z.array(passageOrPlace).optional(),
}
const caseFields = {
  kind: z.enum(caseKinds).optional(),
  note: z.string().optional(),
  ...members,
}
const cell = z.object({
  holderId: id.describe('person, case or source'),
  attributeId: id,
  value: attributeValue
    .nullable()
    .describe(
      'as the type has it, or as a person writes it ("3,5", "12.3.2024", "ja"); null empties',
    ),
})

/** What a column of an imported table is. */
const importedAs = ['name', 'role', 'attribute', 'new', 'skip'] as const

/** One row of the grid: a person, a case or a source. */
const gridRow = z.object({
  id,
  name: z.string(),
  detail: z.string().describe('role of a person, kind of a case or a source'),
  values: attributeValues,
  persons: z.array(id).describe('of a case or source'),
  sources: z.array(id).describe('of a person or case'),
  cases: z.array(id).describe('of a person or source'),
  passages: z.number().describe('linked to a case'),
})

export const peopleCommands = {
  'persons.create': define(
    'Adds a person by pseudonym.',
    z.object({ pseudonym: z.string().min(1), role: z.string().optional() }),
    person,
  ),
  'persons.update': define(
    'Changes a person.',
    z.object({
      personId: id,
      pseudonym: z.string().min(1).optional(),
      role: z.string().optional(),
    }),
    nothing,
  ),
  'persons.delete': define('Deletes a person; can be undone.', z.object({ personId: id }), nothing),
  'attributes.create': define(
    'Makes an attribute of persons, cases or sources: a column of the grid.',
    z.object({
      name: z.string().min(1),
      of,
      type: z.enum(attributeTypes).optional().describe('default: text'),
      options: z.array(z.string().min(1)).optional().describe('of a choice'),
    }),
    attribute,
  ),
  'attributes.update': define(
    'Changes an attribute. Values follow a new type where all of them can be read as it, and a renamed option.',
    z.object({
      attributeId: id,
      name: z.string().min(1).optional(),
      type: z.enum(attributeTypes).optional(),
      options: z.array(z.string().min(1)).optional(),
      renamed: z.record(z.string(), z.string().min(1)).optional().describe('option → its new name'),
    }),
    nothing,
  ),
  'attributes.reorder': define(
    'Moves an attribute before another one, or last.',
    z.object({ attributeId: id, beforeId: id.nullable() }),
    nothing,
  ),
  'attributes.delete': define(
    'Removes attributes; their values wait for the undo.',
    z.object({ attributeIds: z.array(id).min(1) }),
    nothing,
  ),
  'cases.create': define(
    'Makes a case, with what belongs to it.',
    z.object({ name: z.string().min(1), ...caseFields }),
    studyCase,
  ),
  'cases.update': define(
    'Changes a case; a list that is given replaces the one that was.',
    z.object({ caseId: id, name: z.string().min(1).optional(), ...caseFields }),
    nothing,
  ),
  'cases.link': define(
    'Adds persons, sources and passages to a case.',
    z.object({ caseId: id, ...members }),
    nothing,
  ),
  'cases.unlink': define(
    'Takes persons, sources and passages out of a case; they stay in the project.',
    z.object({
      caseId: id,
      personIds: z.array(id).optional(),
      sourceIds: z.array(id).optional(),
      passageIds: z.array(id).optional(),
    }),
    nothing,
  ),
  'cases.delete': define(
    'Deletes cases, not what belongs to them; can be undone.',
    z.object({ caseIds: z.array(id).min(1) }),
    nothing,
  ),
  'people.setValues': define(
    'Fills in cells of the grid, all of them in one step or none.',
    z.object({
      of,
      cells: z.array(cell).min(1),
      addOptions: z.boolean().optional().describe('unknown options are added to their choice'),
    }),
    nothing,
  ),
  'people.import': define(
    'Takes a table (.csv, .xlsx) in: rows are matched by name, persons and cases made where there is none. All of it or nothing.',
    z.object({
      path: z.string(),
      of,
      columns: z.array(
        z.object({
          index: z.number().int().min(0).describe('from 0'),
          as: z.enum(importedAs),
          attributeId: id.nullable().optional().describe('of an attribute that is there'),
          name: z.string().optional().describe('of a new attribute'),
          type: z
            .enum(attributeTypes)
            .optional()
            .describe('of a new attribute; default: recognised'),
        }),
      ),
    }),
    z.object({
      created: z.number(),
      known: z.number().describe('rows of persons, cases or sources that were there'),
      passedOver: z.number().describe('rows without a name, or of no known source'),
      cells: z.number(),
      attributes: z.number().describe('made'),
    }),
  ),
}

export const peopleQueries = {
  'persons.list': define(
    'All persons, or those of a source, with how many sources and cases they are in.',
    z.object({ sourceId: id.optional() }),
    z.object({
      items: z.array(person.extend({ sources: z.number(), cases: z.number() })),
    }),
  ),
  'attributes.list': define(
    'Attributes in their order, with how many hold a value.',
    z.object({ of: of.optional() }),
    z.object({ items: z.array(attribute.extend({ used: z.number() })) }),
  ),
  'cases.list': define(
    'Cases, all or those that a person, source or passage belongs to.',
    z.object({
      personId: id.optional(),
      sourceId: id.optional(),
      passageId: id.optional(),
    }),
    z.object({ items: z.array(studyCase) }),
  ),
  'cases.passages': define(
    'Passages linked to a case, with context.',
    z.object({ caseId: id }),
    z.object({ items: z.array(passageInContext) }),
  ),
  'people.grid': define(
    'All persons, cases or sources with their values and what they are linked to.',
    z.object({ of }),
    z.object({ attributes: z.array(attribute), rows: z.array(gridRow) }),
  ),
  'people.tally': define(
    'How many of how many, and who: by value of an attribute, or by whether they have answers to a question. Each holder is in one group.',
    z.object({
      of,
      attributeId: id.optional(),
      question: question
        .optional()
        .describe('one about an attribute of the holders asks for their own value'),
    }),
    z.object({
      total: z.number(),
      groups: z
        .array(
          z.object({
            value: attributeValue
              .nullable()
              .describe('of a question: true or false; null: unknown, not filled in'),
            ids: z.array(id),
            question: question
              .nullable()
              .describe('what belongs to them; of those with answers these; null: nobody is there'),
          }),
        )
        .describe('options of a choice, yes and no also when nobody is in them; unknown last'),
    }),
  ),
  'people.previewImport': define(
    'What a table (.csv, .xlsx) has in it, and what each column would become; its first row names the columns.',
    z.object({ path: z.string(), of }),
    z.object({
      columns: z.array(
        z.object({
          index: z.number(),
          header: z.string(),
          as: z.enum(importedAs),
          attributeId: id.nullable(),
          type: z.enum(attributeTypes).describe('recognised, or that of the attribute'),
          filled: z.number(),
          samples: z.array(z.string()),
          unread: z.array(z.string()).describe('values that the attribute cannot take'),
        }),
      ),
      rows: z.number(),
      known: z.number().describe('names that are there'),
      fresh: z.number().describe('names that are not'),
      nameless: z.number(),
      repeated: z.number().describe('rows whose name stood further up; the later ones hold'),
    }),
  ),
}
