import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { commands } from '../../../shared/contract/index.ts'
import { errorCodes } from '../../../shared/contract/errors.ts'
import { errorTexts as english } from '../../../shared/i18n/en/errors.ts'
import { errorTexts as bokmal } from '../../../shared/i18n/nb/errors.ts'
import { failureText, texts, translate } from '../../../shared/i18n/index.ts'
import { createTranslator } from '../../../shared/i18n/translator.ts'

function flat(value: unknown, path = ''): Array<[string, string]> {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    flat(inner, path === '' ? key : `${path}.${key}`),
  )
}

const root = fileURLToPath(new URL('../../../', import.meta.url))

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(root, folder, name))
}

const places = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort()

const en = flat(texts.en)
const nb = new Map(flat(texts.nb))

describe('texts in two languages', () => {
  it('has the same keys, none of them empty', () => {
    expect([...nb.keys()].sort()).toEqual(en.map(([key]) => key).sort())
    expect([...nb].filter(([, text]) => text.trim() === '')).toEqual([])
    expect(en.filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('leaves the same places to fill', () => {
    for (const [key, text] of en)
      expect([key, places(nb.get(key) ?? '')]).toEqual([key, places(text)])
  })

  it('has a plural for every singular', () => {
    const keys = new Set(en.map(([key]) => key))
    for (const key of keys) {
      if (key.endsWith('_one')) expect(keys).toContain(key.replace(/_one$/, '_other'))
    }
  })

  it('chooses singular and plural by number', () => {
    expect(translate('en', 'sources.card.codings', { count: 1 })).toBe('1 coding')
    expect(translate('nb', 'sources.card.codings', { count: 2 })).toBe('2 kodinger')
  })

  it('groups the digits of a count as the language does it', () => {
    expect(translate('en', 'importing.characters', { count: 2302 })).toBe('2,302 characters')
    expect(translate('nb', 'importing.characters', { count: 2302 })).toBe('2\u00a0302 tegn')
  })

  it('sets Norwegian as Norwegian is set', () => {
    // The language of questions has its own quotation marks.
    const question = /\b(?:coded|by) "[^"]*"/g
    const wrong = [...nb, ...flat(bokmal)].filter(([, text]) =>
      /[a-zæøå]…|[“”"]|\.\.\.|\w - \w|\b(?:[Mm]arker|turen?|kodeboken)\b/i.test(
        text.replace(question, ''),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('names every command that stands in the trail', () => {
    const unnamed = Object.keys(commands).filter(
      (name) =>
        !Object.hasOwn(texts.en.acts, name.replace('.', '_')) &&
        !/^(project\.(open|close|repair|join)|backups\.restore|sync\.bundle|live\.|leaks\.|folder\.|rounds\.enter|tasks\.|export\.)/.test(
          name,
        ),
    )
    expect(unnamed).toEqual([])
  })
})

describe('refusals', () => {
  it('says in both languages what happened and what to do, with the same details', () => {
    for (const code of errorCodes) {
      for (const part of ['message', 'hint'] as const) {
        expect(english[code][part]).toMatch(/[^.]\.$/)
        expect(bokmal[code][part]).toMatch(/[^.]\.$/)
        expect([code, places(bokmal[code][part])]).toEqual([code, places(english[code][part])])
      }
    }
  })

  it('has no code that nothing in the program gives', () => {
    const program = sourceFiles('electron').concat(
      sourceFiles('renderer'),
      sourceFiles('shared/text'),
    )
    const given = program.map((path) => readFileSync(path, 'utf8')).join('\n')
    expect(program.length).toBeGreaterThan(100)
    expect(errorCodes.filter((code) => !given.includes(`'${code}'`))).toEqual([])
  })

  it('fills in the details', () => {
    const failure = {
      code: 'code.nameTaken' as const,
      message: '',
      hint: '',
      details: { name: 'utetid' },
    }
    expect(failureText('en', failure).message).toContain('“utetid”')
    expect(failureText('nb', failure).message).toContain('«utetid»')
  })

  it('leaves no gap for a detail that is missing', () => {
    const texts = {
      empty: 'The file {{path}} is empty.',
      called: 'Called “{{name}}” here.',
      damaged: 'Damaged: {{problem}}.',
      kept: 'Kept (as {{copy}}), {{name}} as well.',
    }
    const say = createTranslator({ en: texts, nb: texts })
    expect(say('en', 'empty')).toBe('The file is empty.')
    expect(say('en', 'called', { name: '' })).toBe('Called here.')
    expect(say('nb', 'damaged')).toBe('Damaged.')
    expect(say('en', 'kept', { copy: '“”', name: 'a  : b' })).toBe('Kept (as “”), a  : b as well.')
  })

  it('takes what is filled in as it is, whatever it looks like', () => {
    const name = '{{count}} $t(app.title) $& <b>&amp;</b> {{- name}} \\ 100 %'
    expect(translate('en', 'codes.coded', { name })).toContain(name)
  })
})
