import { z } from 'zod'
import { commands, events, queries } from './index.ts'

/** The contract as Markdown, for `docs/contract.md`. */
export function contractReference(): string {
  return [
    '# The contract',
    '',
    'Every command, query and event of the engine, made from `shared/contract/` by `npm run reference`.',
    'Commands change, queries read, events say what changed. `standpoint contract` prints the same with',
    'full JSON Schemas. Offsets are UTF-16 code units, ranges half-open.',
    '',
    ...section('Commands', commands),
    ...section('Queries', queries),
    '## Events',
    '',
    ...Object.entries(events).flatMap(([name, { doc, payload }]) => [
      `### \`${name}\``,
      '',
      doc,
      '',
      ...fields('payload', payload),
    ]),
  ].join('\n')
}

type Definitions = Record<string, { doc: string; input: z.ZodType; output: z.ZodType }>

function section(title: string, definitions: Definitions): string[] {
  return [
    `## ${title}`,
    '',
    ...Object.entries(definitions).flatMap(([name, { doc, input, output }]) => [
      `### \`${name}\``,
      '',
      doc,
      '',
      ...fields('in', input),
      ...fields('out', output),
    ]),
  ]
}

interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  description?: string
}

function fields(title: string, type: z.ZodType): string[] {
  const schema = z.toJSONSchema(type, {
    io: title === 'in' ? 'input' : 'output',
    unrepresentable: 'any',
  }) as Schema
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const isOptional = !(schema.required ?? []).includes(name)
    const note = field.description === undefined ? '' : `: ${field.description}`
    return `- ${title} \`${name}${isOptional ? '?' : ''}\` ${typeOf(field)}${note}`
  })
  return rows.length === 0 ? [] : [...rows, '']
}

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' \\| ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' \\| ')
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'anything'}`
  if (schema.properties) return `{ ${Object.keys(schema.properties).join(', ')} }`
  return Array.isArray(schema.type) ? schema.type.join(' \\| ') : (schema.type ?? 'anything')
}
