import Database from 'better-sqlite3'
import { z } from 'zod'
import { commands, type CommandName } from '../../../shared/contract/index.ts'
import { interview, type Actor } from './acts.ts'

/**
 * Commands of every kind that changes a project, with arguments drawn from the contract itself, so that
 * a new command takes part from the day it is there. Ids are mostly those of things that are there.
 */
type Random = () => number

interface Schema {
  $ref?: string
  $defs?: Record<string, Schema>
  anyOf?: Schema[]
  oneOf?: Schema[]
  const?: unknown
  enum?: unknown[]
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  maximum?: number
}

/** What is about the program, files, other devices or this moment, and needs more than arguments. */
const elsewhere =
  /^(project\.(?!rename)|backups|history|tasks|sync|folder\.|live|leaks|export|reports\.make|.*\.(import|write|redoImport)$)/

const kinds = Object.entries(commands)
  .filter(([name]) => !elsewhere.test(name))
  .map(([name, { input }]) => ({
    name: name as CommandName,
    schema: z.toJSONSchema(input as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Schema,
    weight: weightOf(name),
  }))

/** The commands that take part. */
export const anyCommands = kinds.map(({ name }) => name)

/** More is made than taken away, or soon nothing would be there. */
function weightOf(name: string): number {
  if (name === 'sources.withdraw') return 0.2
  if (name.endsWith('.delete')) return 0.5
  return /\.(create|code|importText)$/.test(name) ? 3 : 1
}

/** Carries one out; being refused is fine, a bug is not. Gives the name of the command that was done. */
export async function runAnyCommand(
  actor: Actor,
  path: string,
  random: Random,
  mayBe: (name: CommandName) => boolean = () => true,
): Promise<CommandName | null> {
  const among = kinds.filter(({ name }) => mayBe(name))
  let at = random() * among.reduce((sum, { weight }) => sum + weight, 0)
  const kind = among.find(({ weight }) => (at -= weight) < 0) ?? among[0]
  if (!kind) throw new Error('the contract has no commands')
  const args = new Arguments(path, random, kind.schema, kind.name.split('.')[0] ?? '').value()
  const result = await actor.run(kind.name, args as never)
  if (result.ok) return kind.name
  if (result.error.code === 'internal')
    throw new Error(`${kind.name} ${JSON.stringify(args)}: ${result.error.message}`)
  return null
}

/** Values for the arguments of one command. */
class Arguments {
  readonly #ids = new Map<string, string[]>()
  readonly #path: string
  readonly #random: Random
  readonly #whole: Schema
  readonly #family: string

  constructor(path: string, random: Random, whole: Schema, family: string) {
    this.#path = path
    this.#random = random
    this.#whole = whole
    this.#family = family
  }

  value(schema: Schema = this.#whole, name = '', depth = 0): unknown {
    if (schema.$ref !== undefined) return this.value(this.#defined(schema.$ref), name, depth + 1)
    const choices = schema.anyOf ?? schema.oneOf
    if (choices) {
      // Questions hold questions, but not for ever.
      const ends = choices.filter((choice) => !JSON.stringify(choice).includes('$ref'))
      return this.value(this.#pick(depth > 6 && ends.length > 0 ? ends : choices), name, depth + 1)
    }
    if ('const' in schema) return schema.const
    if (schema.enum) return this.#pick(schema.enum)
    const type = Array.isArray(schema.type) ? this.#pick(schema.type) : schema.type
    if (type === 'object') return this.#object(schema, depth)
    if (type === 'array') return this.#array(schema, name, depth)
    if (type === 'boolean') return this.#random() < 0.5
    if (type === 'number' || type === 'integer') return this.#number(schema, type)
    if (type === 'string') return this.#string(schema, name)
    return null
  }

  #defined(ref: string): Schema {
    if (ref === '#') return this.#whole
    return this.#whole.$defs?.[ref.split('/').at(-1) ?? ''] ?? {}
  }

  #object({ properties = {}, required = [] }: Schema, depth: number): Record<string, unknown> {
    const made: Record<string, unknown> = {}
    for (const [name, schema] of Object.entries(properties)) {
      if (name === 'task') continue
      if (required.includes(name) || this.#random() < 0.4)
        made[name] = this.value(schema, name, depth + 1)
    }
    if (typeof made.type === 'string' && 'id' in made) made.id = this.#id(made.type)
    if (typeof made.start === 'number' && 'end' in made)
      made.end = made.start + Math.floor(this.#random() * 30)
    return made
  }

  #array({ items = {}, minItems = 0 }: Schema, name: string, depth: number): unknown[] {
    const length = minItems + Math.floor(this.#random() ** 2 * 3)
    const made = Array.from({ length }, () => this.value(items, name.replace(/s$/, ''), depth + 1))
    return [...new Set(made)]
  }

  #number({ minimum = -5, maximum = 1000 }: Schema, type: string): number {
    const most = Math.min(maximum, minimum + 160)
    const number = minimum + this.#random() * (most - minimum)
    return type === 'integer' ? Math.floor(number) : number
  }

  #string({ minLength = 0 }: Schema, name: string): string {
    if (name.endsWith('Id')) return this.#id(name.slice(0, -2))
    if (name === 'from' || name === 'speaker') return this.#pick(['I', 'Berit', 'Kari', 'Ny'])
    if (name === 'text' && this.#family === 'sources')
      return interview.slice(Math.floor(this.#random() * 40))
    if (name === 'item') return this.#pick(['1', '7', ...this.#idsOf('conflicts')])
    if (name === 'pattern') return this.#pick(['{pseudonym}, {role}', '{number} {place}'])
    const words = this.#pick([
      '',
      'brev',
      'Kari',
      'ja nei',
      'é́ 😀',
      'to\nlinjer',
      '2024-05-01',
      '=1+1',
    ])
    return words.length < minLength ? `ord ${Math.floor(this.#random() * 99)}` : words
  }

  /** An id of a thing of the kind that a field names; now and then of none. */
  #id(field: string): string {
    const ids = this.#idsOf(this.#kind(field))
    return ids.length === 0 || this.#random() < 0.03 ? 'none' : this.#pick(ids)
  }

  #idsOf(kind: string): string[] {
    const ids = this.#ids.get(kind) ?? idsOf(this.#path, kind)
    this.#ids.set(kind, ids)
    return ids
  }

  #kind(field: string): string {
    if (['into', 'before', 'parent', 'id'].includes(field)) return this.#family
    if (field === 'holder') return this.#pick(['persons', 'cases', 'sources'])
    return kindOf[field] ?? `${field}s`
  }

  #pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)] as T
  }
}

/** Fields, and types of references, whose kind is not their name with an s. */
const kindOf: Record<string, string> = {
  from: 'steps',
  to: 'steps',
  textIn: 'texts',
  preset: 'reportPresets',
  run: 'agreementRuns',
  process: 'processes',
  savedSearch: 'savedSearches',
}

/** What is there of a kind, deleted things left out. */
function idsOf(path: string, kind: string): string[] {
  const db = new Database(path, { readonly: true })
  try {
    return db
      .prepare<{ kind: string }, string>(
        `SELECT id FROM entities WHERE kind = :kind AND deleted = 0
         UNION ALL SELECT id FROM index_entries WHERE kind = :kind
         UNION ALL SELECT id FROM passages WHERE :kind = 'passages'
         UNION ALL SELECT id FROM codings WHERE :kind = 'codings'
         ORDER BY 1`,
      )
      .pluck()
      .all({ kind })
  } finally {
    db.close()
  }
}
