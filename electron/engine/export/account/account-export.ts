import { masked } from '../../../../shared/analysis/leaks/mask.ts'
import type { Leaving, LeavingText } from '../../../../shared/analysis/leaks/find-leaks.ts'
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
import { labelGroups } from '../../quotes/label-groups.ts'
import { quotesOf } from '../../quotes/quote-list.ts'
import { cleanLine, cleanText } from '../codebook/clean.ts'
import { longDate } from '../codebook/words.ts'
import { joinedLeaving, leavingOfMap, leavingOfTables } from '../leaving.ts'
import { carryOut, type Prepared } from '../prepared.ts'
import { titleOf } from '../tables/project-title.ts'
import { dataOf } from '../tables/table-handlers.ts'
import type { AccountBlock, AccountDocument, Quotation, Run } from './account-model.ts'
import { accountFile } from './account-file.ts'
import { readAccount } from './read-account.ts'

export const accountFileCommands: CommandHandlers<'export.account'> = {
  'export.account': (input, context) =>
    carryOut(context, input, () => prepareAccount(context.project, input)),
}

export function prepareAccount(
  project: Project,
  {
    accountId,
    format,
    path,
    language = 'en',
    translations = true,
    masks,
  }: CommandInput<'export.account'>,
): Prepared<{ quotations: number; missing: number; pictures: number }> {
  const title = String(thingById(project, 'account', accountId).title)
  const others: Leaving[] = []
  const labelled = new Set<string>()
  let missing = 0
  const gone = (text: string): AccountBlock => {
    missing += 1
    return { type: 'missing', text }
  }
  const quotes = new Map(quotesOf(project, { language }).map((quote) => [quote.id, quote]))
  const blocks = readAccount(project.documents.get(`account:${accountId}`), {
    quotation: (quoteId) => {
      const quote = quotes.get(quoteId)
      if (!quote || quote.printed === '')
        return gone(translate(language, missingKey(quote?.state ?? 'gone')))
      labelled.add(quoteId)
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
    inline: (quoteId, isBare): Run => {
      const quote = quotes.get(quoteId)
      if (!quote || quote.printed === '') {
        missing += 1
        const text = translate(language, missingKey(quote?.state ?? 'gone'))
        return { type: 'text', text, bold: false, italic: true }
      }
      if (!isBare) labelled.add(quoteId)
      return {
        type: 'quoted',
        text: cleanLine(quote.printed),
        translation: translations ? cleanLine(quote.translation) : '',
        label: isBare ? '' : cleanLine(quote.label),
        sourceId: quote.sourceId,
      }
    },
    table: (name) => {
      const table = tableNames.find((known) => known === name)
      if (table === undefined || table.startsWith('map '))
        return gone(translate(language, 'quotes.export.tableGone'))
      const data = masked(dataOf(project, { table, language }), masks)
      others.push(data.leaving ?? leavingOfTables([data.table]))
      return { type: 'table', data }
    },
    map: (mapId) => {
      if (!listEntities(project, 'maps').some(({ id }) => id === mapId))
        return gone(translate(language, 'quotes.export.mapGone'))
      const map = mapById(project, mapId)
      const model = masked(shownPart(modelOfMap(project, map, language, undefined), 'over'), masks)
      others.push(leavingOfMap(model))
      const drawing = layOutMap(model)
      const svg = drawingToSvg(drawing, model)
      const caption = cleanLine(model.title)
      return { type: 'map', caption, svg, drawing, model, png: new Uint8Array(), file: '' }
    },
  })
  const written = blocks.map((block) => maskedRuns(block, masks))
  const document: AccountDocument = {
    language,
    title: cleanLine(masked({ title }, masks).title) || translate(language, 'quotes.untitled'),
    metadata: [cleanLine(titleOf(project)), longDate(project.now(), language)].join(' · '),
    blocks: written,
  }
  const groups = labelGroups(
    project,
    [...quotes.values()].filter(({ id }) => labelled.has(id)),
  )
  return {
    label: document.title,
    leaving: joinedLeaving([{ texts: leavingOfAccount(document), groups }, ...others]),
    toFile: async (task) => {
      await task.reach(0, 0)
      const { bytes, beside } = await accountFile(document, format, path, task)
      const quoted = written.flatMap((block) =>
        'runs' in block ? block.runs.filter(({ type }) => type === 'quoted') : [],
      )
      const answer = {
        quotations: written.filter(({ type }) => type === 'quotation').length + quoted.length,
        missing,
        pictures: beside.length,
      }
      return { bytes, beside, answer }
    },
  }
}

/** What can be read in an account, quotations with their sources. */
function leavingOfAccount({ title, blocks }: AccountDocument): LeavingText[] {
  let place = title
  const texts: LeavingText[] = [{ place: title, text: title }]
  for (const block of blocks) {
    if (block.type === 'quotation') texts.push(...leavingOf(block, place))
    else if ('runs' in block) {
      const text = wordsOf(block.runs)
      if (block.type === 'heading') place = text
      texts.push({ place, text })
      for (const run of block.runs) if (run.type === 'quoted') texts.push(...leavingOf(run, place))
    }
  }
  return texts.filter(({ text }) => text !== '')
}

function leavingOf(
  {
    text,
    translation,
    label,
    sourceId,
  }: Pick<Quotation, 'text' | 'translation' | 'label' | 'sourceId'>,
  place: string,
): LeavingText[] {
  return [
    { place: label || place, text, sourceId },
    { place, text: label },
    ...(translation === '' ? [] : [{ place: label || place, text: translation, sourceId }]),
  ]
}

/** Without what is quoted in them, which is looked at with its source. */
function wordsOf(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      if (run.type === 'break') return '\n'
      if (run.type === 'quoted') return ' '
      return run.type === 'footnote' ? ` ${run.text} ` : run.text
    })
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
