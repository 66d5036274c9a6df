import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Result } from '../../../shared/contract/errors.ts'
import { compactAll } from './compact.ts'
import type { TestEngine } from './project.ts'

/** Who carries acts out: an engine in this process, or in one of its own. */
export type Actor = Pick<TestEngine, 'run' | 'get' | 'do' | 'close'>

/** A project in which acts are carried out. */
export interface World<A extends Actor = TestEngine> {
  engine: A
  path: string
  folder: string
  imported: number
}

/** One act of a person; numbers choose among what there is when it is carried out. */
export interface Act {
  kind: (typeof kinds)[number]
  a: number
  b: number
  c: number
  text: string
}

const kinds = [
  'create',
  'import',
  'importSurvey',
  'edit',
  'edit',
  'edit',
  'deleteText',
  'code',
  'code',
  'code',
  'code',
  'codeNew',
  'createCode',
  'updateCode',
  'moveCode',
  'recode',
  'uncode',
  'changeRange',
  'deletePassage',
  'comment',
  'merge',
  'split',
  'deleteCode',
  'deleteSource',
  'memo',
  'renameSpeaker',
  'redoImport',
  'undo',
  'undo',
  'redo',
  'reopen',
] as const

const pieces = [
  'x',
  ' ord ',
  '😀',
  '👩‍👩‍👧 ',
  '\n',
  'to\nlinjer',
  'Berit: ja\nI: nei\n',
  'blåbærsyltetøy',
  '\r\n',
  'é́',
  '',
]

export function someActs(count: number): fc.Arbitrary<Act[]> {
  const number = fc.nat(9999)
  const act = fc.record({
    kind: fc.constantFrom(...kinds),
    a: number,
    b: number,
    c: number,
    text: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6, unit: 'binary' })),
  })
  return fc.array(act, { minLength: 3, maxLength: count })
}

export const interview = `Intervju med Berit 😀

I: Hva skjer når brevet kommer?
Berit: Da ringer jeg kontoret, og så venter jeg.
I: Hvor lenge?
Berit: Det kan ta to uker. 👩‍👩‍👧 Noen ganger mer.
Kari: Og så kommer det et nytt brev.
`

/** Carries out an act if there is something to do it to; a refusal is fine, a bug is not. */
export async function runAct(world: World<Actor>, act: Act): Promise<void> {
  const result = await perform(world, act)
  if (result && !result.ok && result.error.code === 'internal') {
    throw new Error(`${act.kind}: ${result.error.message}`)
  }
}

async function perform(world: World<Actor>, act: Act): Promise<Result<unknown> | null> {
  const { engine } = world
  const { kind, a, b, c, text } = act
  const { items: sources } = await engine.get('sources.list', {})
  const source = pick(sources, a)
  const { items: codes } = await engine.get('codes.list', {})
  const code = pick(codes, b)
  const other = pick(codes, c)
  switch (kind) {
    case 'create':
      return engine.run('sources.create', { title: `Notat ${text.trim()}.` })
    case 'import':
      return importFile(
        world,
        '.txt',
        `${interview}${world.imported} ${'og '.repeat(world.imported % 40)}${text}`,
      )
    case 'importSurvey':
      return importFile(
        world,
        '.csv',
        `Navn,Svar\nA,ja takk ${world.imported}\nB,nei takk\nC,vet ikke\n`,
      )
    case 'undo':
      return engine.run('history.undo', {})
    case 'redo':
      return engine.run('history.redo', {})
    case 'reopen':
      engine.close()
      if (c % 2 === 0) compactAll(world.path)
      return engine.run('project.open', { path: world.path })
    case 'createCode':
      return engine.run('codes.create', {
        name: `Kode ${a} ${text.trim()}`,
        parentId: c % 2 === 0 ? (code?.id ?? null) : null,
      })
    case 'deleteSource':
      return source && c % 3 === 0 ? engine.run('sources.delete', { sourceIds: [source.id] }) : null
    case 'redoImport':
      return source
        ? engine.run('sources.redoImport', {
            sourceId: source.id,
            options: { turns: c % 2 === 0 ? 'off' : 'auto' },
          })
        : null
    case 'renameSpeaker': {
      if (!source) return null
      const { items } = await engine.get('sources.speakers', { sourceId: source.id })
      const speaker = pick(items, b)
      const to = pick(['Berit', 'Kari', 'Ny'], c) ?? 'Ny'
      return speaker
        ? engine.run('sources.renameSpeaker', { sourceId: source.id, from: speaker.name, to })
        : null
    }
  }
  if (kind === 'edit' || kind === 'deleteText' || kind === 'code' || kind === 'codeNew') {
    return source ? onText(engine, act, source.id, code?.id) : null
  }
  if (code && other) {
    const result = await onCodes(engine, act, code.id, other.id)
    if (result) return result
  }
  return onPassages(engine, act, code?.id)
}

async function onText(
  engine: Actor,
  { kind, b, c, text }: Act,
  sourceId: string,
  codeId: string | undefined,
): Promise<Result<unknown> | null> {
  const { text: whole } = await engine.get('sources.text', { sourceId })
  const start = b % whole.length
  const length = kind === 'deleteText' ? c % 60 : c % 9
  const end = Math.min(whole.length, start + length)
  if (kind === 'deleteText')
    return engine.run('sources.editText', { sourceId, start, end, text: '' })
  if (kind === 'edit') return engine.run('sources.editText', { sourceId, start, end, text })
  const range = { sourceId, start, end: Math.min(whole.length, start + 1 + (c % 40)) }
  if (kind === 'codeNew') {
    return engine.run('passages.code', { ...range, newCode: { name: `Ny ${b}-${c}` } })
  }
  return codeId === undefined ? null : engine.run('passages.code', { ...range, codeId })
}

async function onCodes(
  engine: Actor,
  { kind, a, c, text }: Act,
  codeId: string,
  otherId: string,
): Promise<Result<unknown> | null> {
  const { items: codes } = await engine.get('codes.list', {})
  switch (kind) {
    case 'updateCode':
      // Now and then nothing is changed: that must not disturb undo and redo either.
      return engine.run('codes.update', { codeIds: [codeId], definition: c % 3 === 0 ? '' : text })
    case 'moveCode':
      return engine.run('codes.move', { codeIds: [codeId], parentId: c % 2 === 0 ? otherId : null })
    case 'merge': {
      const third = pick(codes, a)?.id ?? codeId
      const codeIds = [...new Set([codeId, third])].filter((id) => id !== otherId)
      return codeIds.length > 0 ? engine.run('codes.merge', { codeIds, intoId: otherId }) : null
    }
    case 'split': {
      const { items } = await engine.get('codings.list', { codeId })
      const deal = items
        .filter((_, index) => (index + a) % 2 === 0)
        .map((coding) => ({ codingId: coding.id, codeId: otherId }))
      if (deal.length === 0) return null
      return c % 2 === 0
        ? engine.run('codes.split', { codeId, deal })
        : engine.run('codes.split', {
            codeId,
            newCodes: [{ name: text }],
            deal: deal.map(({ codingId }) => ({ codingId, newCode: 0 })),
          })
    }
    case 'deleteCode':
      return c % 2 === 0 ? engine.run('codes.delete', { codeIds: [codeId] }) : null
    default:
      return null
  }
}

async function onPassages(
  engine: Actor,
  { kind, a, b, c, text }: Act,
  codeId: string | undefined,
): Promise<Result<unknown> | null> {
  const { items: codings } = await engine.get('codings.list', {})
  const coding = pick(codings, a)
  const codingIds = [...new Set([coding?.id, pick(codings, b)?.id])].filter(
    (id) => id !== undefined,
  )
  if (kind === 'memo') {
    const about = coding ? ({ type: 'passage', id: coding.passageId } as const) : undefined
    const { items } = await engine.get('memos.list', {})
    const memo = pick(items, b)
    if (memo && c % 3 === 0) return engine.run('memos.delete', { memoIds: [memo.id] })
    if (memo && c % 3 === 1) return engine.run('memos.update', { memoId: memo.id, title: text })
    return engine.run('memos.create', { title: `Memo ${a}`, text, ...(about ? { about } : {}) })
  }
  if (!coding) return null
  switch (kind) {
    case 'recode':
      return codeId === undefined ? null : engine.run('codings.recode', { codingIds, codeId })
    case 'uncode':
      return engine.run('codings.delete', { codingIds })
    case 'changeRange':
      return engine.run('passages.changeRange', {
        passageId: coding.passageId,
        start: Math.max(0, coding.start - (b % 7)),
        end: coding.end + (c % 7),
      })
    case 'deletePassage':
      return engine.run('passages.delete', { passageIds: [coding.passageId] })
    case 'comment':
      return engine.run('codings.update', { codingId: coding.id, comment: text, weight: b % 101 })
    default:
      return null
  }
}

function importFile(
  world: World<Actor>,
  ending: string,
  content: string,
): Promise<Result<unknown>> {
  world.imported += 1
  const path = join(world.folder, `fil-${world.imported}${ending}`)
  writeFileSync(path, content.toWellFormed())
  return world.engine.run('sources.import', { paths: [path] })
}

function pick<T>(items: readonly T[], number: number): T | undefined {
  return items.length === 0 ? undefined : items[number % items.length]
}
