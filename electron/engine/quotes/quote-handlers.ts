import type { CommandOutput } from '../../../shared/contract/index.ts'
import type { codedUnits } from '../../../shared/contract/search.ts'
import { wordEdits } from '../../../shared/analysis/quotes/printed.ts'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import {
  findPlace,
  passageMaker,
  type FoundPlace,
  type PassageOrPlace,
} from '../passages/passage-at.ts'
import { beginning } from '../../../shared/text/surroundings.ts'
import { createEntity, listEntities, updateEntity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { changeThings, deleteThings, thingById } from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import { placeWidener } from '../search/coded-units.ts'
import { labelPattern, quotesOf } from './quote-list.ts'

export const quoteCommands: CommandHandlers<
  'quotes.create' | 'quotes.update' | 'quotes.accept' | 'quotes.delete' | 'quotes.setLabel'
> = {
  'quotes.create': ({ passages, unit }, { project }) => createQuotes(project, passages, unit),
  'quotes.update': ({ quoteId, printed, ...fields }, { project }) => {
    const quote = quoteById(project, quoteId)
    if (printed !== undefined && quote.asSaid === '')
      throw new Refusal('passage.notFound', { id: quote.passageId })
    changeThings(project, 'quote', 'quotes.update', [quoteId], {
      ...fields,
      ...(printed === undefined
        ? {}
        : { text: quote.asSaid, edits: wordEdits(quote.asSaid, printed) }),
    })
    return {}
  },
  'quotes.accept': ({ quoteIds }, { project }) => {
    const quotes = quoteIds.map((id) => quoteById(project, id))
    project.change(
      {
        command: 'quotes.accept',
        label: quotes.map(({ printed }) => beginning(printed)).join(', '),
        entities: [...quoteIds],
      },
      (edit) =>
        edit('project', (doc) => {
          for (const { id, asSaid, edits, state } of quotes)
            if (state === 'changed')
              updateEntity(project, doc, 'quotes', id, { text: asSaid, edits })
        }),
    )
    return {}
  },
  'quotes.delete': ({ quoteIds }, { project }) => {
    deleteThings(project, 'quote', 'quotes.delete', quoteIds)
    return {}
  },
  'quotes.setLabel': ({ pattern }, { project }) => {
    if (pattern !== labelPattern(project))
      project.change({ command: 'quotes.setLabel', label: pattern, entities: [] }, (edit) =>
        edit('project', (doc) => doc.getMap('meta').set('quoteLabel', pattern)),
      )
    return {}
  },
}

export const quoteQueries: QueryHandlers<'quotes.list' | 'quotes.preview' | 'quotes.balance'> = {
  'quotes.list': ({ language, ...filter }, { project }) => ({
    items: quotesOf(project, { language, filter }),
    pattern: labelPattern(project),
  }),
  'quotes.preview': ({ pattern, language }, { project }) => ({
    items: quotesOf(project, { pattern, language }).map(({ id, label }) => ({
      quoteId: id,
      label,
    })),
  }),
  'quotes.balance': (_, { project }) => {
    const quotes = quotesOf(project, {})
    const persons = listEntities(project, 'persons').map(({ id, pseudonym, role }) => ({
      personId: id as string | null,
      pseudonym: String(pseudonym),
      role: String(role),
      of: quotes.filter(({ personIds }) => personIds.includes(id)),
    }))
    const unknown = quotes.filter(({ personIds }) => personIds.length === 0)
    const rows = [
      ...persons.sort(
        (a, b) => b.of.length - a.of.length || a.pseudonym.localeCompare(b.pseudonym, 'nb'),
      ),
      ...(unknown.length === 0 ? [] : [{ personId: null, pseudonym: '', role: '', of: unknown }]),
    ]
    return {
      items: rows.map(({ of, ...row }) => ({
        ...row,
        quotes: of.length,
        used: of.filter(({ status }) => status === 'used').length,
        words: of.reduce((sum, { words }) => sum + words, 0),
      })),
    }
  },
}

/** A quote as it is now, or a refusal. */
function quoteById(project: Project, id: string) {
  thingById(project, 'quote', id)
  const quote = quotesOf(project, {}).find((each) => each.id === id)
  if (!quote) throw new Refusal('thing.notFound', { id, type: 'quote' })
  return quote
}

function createQuotes(
  project: Project,
  passages: readonly PassageOrPlace[],
  unit: (typeof codedUnits)[number] = 'hit',
): CommandOutput<'quotes.create'> {
  const widen = placeWidener(project, unit)
  const places = passages.map((at) => findPlace(project, widen(at)))
  const there = listEntities(project, 'quotes')
  const known = new Map(there.map(({ id, passageId }) => [String(passageId), id]))
  if (places.every(({ passageId }) => passageId !== null && known.has(passageId)))
    return {
      quoteIds: places.map(({ passageId }) => known.get(passageId ?? '') ?? ''),
      made: 0,
      overlapping: 0,
      notVerbatim: 0,
    }
  let number = there.reduce((most, each) => Math.max(most, Number(each.number)), 0)
  const made: string[] = []
  const quoteIds = project.change(
    () => ({
      command: 'quotes.create',
      label: beginnings(places),
      entities: [...made, ...new Set(places.map(({ sourceId }) => sourceId))],
    }),
    (edit) => {
      const passageOf = passageMaker(project, edit)
      return places.map((place) => {
        const passageId = passageOf(place)
        const quoted = known.get(passageId)
        if (quoted !== undefined) return quoted
        const id = project.newId()
        number += 1
        edit('project', (doc) =>
          createEntity(project, doc, 'quotes', id, {
            passageId,
            sourceId: place.sourceId,
            number,
            text: place.text.slice(place.start, place.end),
            edits: [],
            translation: '',
            note: '',
            usedElsewhere: '',
          }),
        )
        known.set(passageId, id)
        made.push(id)
        return id
      })
    },
  )
  const fresh = quotesOf(project, {}).filter(({ id }) => made.includes(id))
  return {
    quoteIds,
    made: made.length,
    overlapping: fresh.filter(({ overlaps }) => overlaps.length > 0).length,
    notVerbatim: fresh.filter(({ verbatim }) => !verbatim).length,
  }
}

/** The first of them: a name for the step, however many were taken. */
function beginnings(places: readonly FoundPlace[]): string {
  const shown = places.slice(0, 5).map(({ text, start, end }) => beginning(text.slice(start, end)))
  return [...shown, ...(places.length > shown.length ? ['…'] : [])].join(', ')
}
