import { masked } from '../../../../shared/analysis/leaks/mask.ts'
import type { LeavingText } from '../../../../shared/analysis/leaks/find-leaks.ts'
import { mapToMermaid } from '../../../../shared/analysis/map/graph-text.ts'
import { layOutMap } from '../../../../shared/analysis/map/layout.ts'
import { shownPart } from '../../../../shared/analysis/map/shown.ts'
import { drawingToSvg } from '../../../../shared/analysis/map/svg.ts'
import type { CommandInput } from '../../../../shared/contract/index.ts'
import { tableNames } from '../../../../shared/contract/tables.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { CommandHandlers } from '../../handlers.ts'
import { modelOfMap } from '../../maps/map-model.ts'
import { mapById } from '../../maps/map-handlers.ts'
import { listEntities } from '../../project/entities.ts'
import type { Project } from '../../project/project.ts'
import { thingById } from '../../project/things.ts'
import { quotesOf } from '../../quotes/quote-list.ts'
import { cleanLine, cleanText } from '../codebook/clean.ts'
import { longDate } from '../codebook/words.ts'
import { leavingOfMap, leavingOfTables } from '../leaving.ts'
import { svgToPng } from '../map-files.ts'
import { carryOut, type Prepared } from '../prepared.ts'
import { titleOf } from '../tables/project-title.ts'
import { dataOf } from '../tables/table-handlers.ts'
import type { AccountBlock, AccountDocument, Run } from './account-model.ts'
import { accountToDocx } from './docx.ts'
import { accountToMarkdown } from './markdown.ts'
import { readAccount } from './read-account.ts'
import { accountToTex } from './tex.ts'

export const accountFileCommands: CommandHandlers<'export.account'> = {
  'export.account': (input, context) =>
    carryOut(context, input, () => prepareAccount(context.project, input)),
}

export function prepareAccount(
  project: Project,
  {
    accountId,
    format,
    language = 'en',
    translations = true,
    masks,
  }: CommandInput<'export.account'>,
): Prepared<{ quotations: number; missing: number }> {
  const title = String(thingById(project, 'account', accountId).title)
  const texts: LeavingText[] = []
  let missing = 0
  const gone = (text: string): AccountBlock => {
    missing += 1
    return { type: 'missing', text }
  }
  const quotes = new Map(quotesOf(project, { language }).map((quote) => [quote.id, quote]))
  const models: { caption: string; model: ReturnType<typeof modelOfMap> }[] = []
  const blocks = readAccount(project.documents.get(`account:${accountId}`), {
    quotation: (quoteId) => {
      const quote = quotes.get(quoteId)
      if (!quote || quote.printed === '')
        return gone(translate(language, missingKey(quote?.state ?? 'gone')))
      return masked(
        {
          type: 'quotation' as const,
          text: cleanText(quote.printed),
          translation: translations ? cleanText(quote.translation) : '',
          label: cleanLine(quote.label),
          sourceId: quote.sourceId,
        },
        masks,
      )
    },
    table: (name) => {
      const table = tableNames.find((known) => known === name)
      if (table === undefined || table.startsWith('map '))
        return gone(translate(language, 'quotes.export.tableGone'))
      const data = masked(dataOf(project, { table, language }), masks)
      texts.push(...leavingOfTables([data.table]).texts)
      return { type: 'table', data }
    },
    map: (mapId) => {
      if (!listEntities(project, 'maps').some(({ id }) => id === mapId))
        return gone(translate(language, 'quotes.export.mapGone'))
      const map = mapById(project, mapId)
      const model = masked(shownPart(modelOfMap(project, map, language, undefined), 'over'), masks)
      texts.push(...leavingOfMap(model).texts)
      models.push({ caption: model.title, model })
      const svg = drawingToSvg(layOutMap(model), model)
      return {
        type: 'map',
        caption: cleanLine(model.title),
        svg,
        mermaid: mapToMermaid(model),
        png: new Uint8Array(),
      }
    },
  })
  const written = blocks.map((block) => maskedRuns(block, masks))
  const document: AccountDocument = {
    language,
    title: cleanLine(masked({ title }, masks).title) || translate(language, 'quotes.untitled'),
    metadata: [cleanLine(titleOf(project)), longDate(project.now(), language)].join(' · '),
    blocks: written,
  }
  texts.unshift(...leavingOfAccount(document))
  return {
    label: document.title,
    leaving: { texts },
    toFile: async (task) => {
      await task.reach(0, 0)
      return {
        bytes: await documentToFile(document, format),
        answer: {
          quotations: written.filter(({ type }) => type === 'quotation').length,
          missing,
        },
      }
    },
  }
}

async function documentToFile(
  document: AccountDocument,
  format: CommandInput<'export.account'>['format'],
): Promise<Uint8Array> {
  if (format === 'md') return new TextEncoder().encode(accountToMarkdown(document))
  if (format === 'tex') return new TextEncoder().encode(accountToTex(document))
  const blocks: AccountBlock[] = []
  for (const block of document.blocks)
    blocks.push(block.type === 'map' ? { ...block, png: (await svgToPng(block.svg)).bytes } : block)
  return accountToDocx({ ...document, blocks })
}

/** What can be read in an account, quotations with their sources. */
function leavingOfAccount({ title, blocks }: AccountDocument): LeavingText[] {
  let place = title
  const texts: LeavingText[] = [{ place: title, text: title }]
  for (const block of blocks) {
    if (block.type === 'quotation') {
      const { text, translation, label, sourceId } = block
      texts.push({ place: label || place, text, sourceId }, { place, text: label })
      if (translation !== '') texts.push({ place: label || place, text: translation, sourceId })
    } else if ('runs' in block) {
      const text = wordsOf(block.runs)
      if (block.type === 'heading') place = text
      texts.push({ place, text })
    }
  }
  return texts.filter(({ text }) => text !== '')
}

function wordsOf(runs: readonly Run[]): string {
  return runs
    .map((run) =>
      run.type === 'break' ? '\n' : run.type === 'footnote' ? ` ${run.text} ` : run.text,
    )
    .join('')
}

/** Words that were written here; what was filled in is masked already. */
function maskedRuns(
  block: AccountBlock,
  masks: CommandInput<'export.account'>['masks'],
): AccountBlock {
  return 'runs' in block ? { ...block, runs: masked(block.runs, masks) } : block
}

function missingKey(state: 'current' | 'changed' | 'lost' | 'gone' | 'withdrawn') {
  return state === 'withdrawn'
    ? 'quotes.export.withdrawn'
    : state === 'lost'
      ? 'quotes.export.lost'
      : 'quotes.export.gone'
}
