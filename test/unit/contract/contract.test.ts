import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { errorCodes } from '../../../shared/contract/errors.ts'
import { commands, queries } from '../../../shared/contract/index.ts'
import { contractReference } from '../../../shared/contract/reference.ts'
import { failureIn } from '../../../shared/i18n/failure.ts'

const definitions = Object.entries({ ...commands, ...queries })

describe('the contract', () => {
  it('gives no name to both a command and a query', () => {
    const names = [...Object.keys(commands), ...Object.keys(queries)]
    expect(names.length).toBe(new Set(names).size)
  })

  it.each(definitions)('%s says in one sentence what it does', (_, { doc }) => {
    expect(doc).toMatch(/^[A-Z].*\.$/)
  })

  it.each(definitions)(
    '%s has a JSON Schema for what goes in and what comes out',
    (_, definition) => {
      for (const type of [definition.input, definition.output]) {
        expect(z.toJSONSchema(type, { unrepresentable: 'any' }).type).toBe('object')
      }
    },
  )

  it.each(errorCodes)(
    'a refusal with %s says what happened and what to do, in both languages',
    (code) => {
      for (const language of ['en', 'nb'] as const) {
        const { message, hint } = failureIn(language, code, {})
        expect(message.length).toBeGreaterThan(10)
        expect(hint.length).toBeGreaterThan(10)
        expect(`${message}${hint}`).not.toContain('{{')
      }
      expect(failureIn('en', code, {}).message).not.toBe(failureIn('nb', code, {}).message)
    },
  )

  it('is described in docs/contract.md as it is (npm run reference)', () => {
    const written = readFileSync(join(import.meta.dirname, '../../../docs/contract.md'), 'utf8')
    expect(written).toBe(contractReference())
  })
})
