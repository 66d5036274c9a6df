import { join } from 'node:path'
import * as Y from 'yjs'
import { newProject, temporaryFolder, type TestEngine } from './project.ts'

export const said = 'Jeg ringer legen hver mandag, og så venter jeg på svar.'
const interview = `Intervjuer: Hva gjør du?\nKari: ${said}\nOla: Jeg venter også.\nKari: Ja.\n`

/** A project with an interview of two persons, and words of one of them to quote. */
export async function newStudy() {
  const folder = temporaryFolder()
  const engine = await newProject(join(folder, 'study.standpoint'))
  const imported = await engine.do('sources.importText', { title: 'Gruppe', text: interview })
  const sourceId = imported.items[0]?.sourceIds[0] ?? ''
  await engine.do('sources.update', {
    sourceIds: [sourceId],
    kind: 'interview',
    date: '2026-03-01',
  })
  const kari = (await engine.do('persons.create', { pseudonym: 'Kari', role: 'lege' })).id
  const ola = (await engine.do('persons.create', { pseudonym: 'Ola' })).id
  await engine.do('sources.linkSpeaker', { sourceId, speaker: 'Kari', personId: kari })
  await engine.do('sources.linkSpeaker', { sourceId, speaker: 'Ola', personId: ola })
  const text = (await engine.get('sources.text', { sourceId })).text
  const start = text.indexOf(said)
  const at = { sourceId, start, end: start + said.length }
  const quote = async () => {
    const { quoteIds } = await engine.do('quotes.create', { passages: [at] })
    return quoteIds[0] ?? ''
  }
  return { folder, engine, sourceId, kari, ola, text, start, at, quote }
}

/** The only quote of the register. */
export const only = async (engine: TestEngine) => {
  const { items } = await engine.get('quotes.list', { language: 'nb' })
  if (items.length !== 1 || !items[0]) throw new Error(`${items.length} quotes`)
  return items[0]
}

/** Writes as the window does: a heading, words with a footnote, a table. */
export async function write(engine: TestEngine, accountId: string): Promise<void> {
  await writeIn(engine, accountId, writeParts)
}

/** Changes the rich text of an account as a window does, and sends what changed. */
export async function writeIn(
  engine: TestEngine,
  accountId: string,
  change: (root: Y.XmlText) => void,
): Promise<void> {
  const { update } = await engine.get('accounts.state', { accountId })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(update, 'base64'))
  const before = Y.encodeStateVector(doc)
  change(doc.get('root', Y.XmlText))
  const written = Y.encodeStateAsUpdate(doc, before)
  await engine.do('accounts.write', { accountId, update: Buffer.from(written).toString('base64') })
}

function writeParts(root: Y.XmlText): void {
  const block = (type: string, words: string) => {
    const element = new Y.XmlText()
    element.setAttribute('__type', type)
    if (type === 'heading') element.setAttribute('__tag', 'h2')
    element.insertEmbed(0, new Y.Map(Object.entries({ __type: 'text', __format: 0 })))
    element.insert(1, words)
    root.insertEmbed(root.length, element)
    return element
  }
  block('heading', 'Legen')
  const words = block('paragraph', 'Mer.')
  const footnote = new Y.XmlElement()
  footnote.setAttribute('__type', 'footnote')
  footnote.setAttribute('__text', 'Se vedlegg 2.')
  words.insertEmbed(words.length, footnote)
  const table = new Y.XmlElement()
  table.setAttribute('__type', 'project-table')
  table.setAttribute('__table', 'informants')
  root.insertEmbed(root.length, table)
}
