import type { QueryHandlers } from '../handlers.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import { entityById } from '../project/entities.ts'
import { listClaims } from './claims.ts'
import { excerptOf, findWords } from './find-words.ts'
import { hierarchyOf, pathsOf } from './hierarchy.ts'
import { listClauses, listLinks, listRelations, listTexts, textById } from './text-list.ts'
import { usesOf } from './uses.ts'

export const textQueries: QueryHandlers<
  | 'texts.list'
  | 'texts.get'
  | 'texts.mentions'
  | 'things.uses'
  | 'clauses.list'
  | 'relations.list'
  | 'links.list'
  | 'claims.list'
  | 'hierarchy.get'
  | 'hierarchy.paths'
> = {
  'texts.list': ({ level, issuer, genre, status, sourceId }, { project }) => ({
    items: listTexts(project).filter(
      (text) =>
        (level === undefined || text.level === level) &&
        (issuer === undefined || text.issuer === issuer) &&
        (genre === undefined || text.genre === genre) &&
        (status === undefined || text.status === status) &&
        (sourceId === undefined || text.sourceIds.includes(sourceId)),
    ),
  }),
  'texts.get': ({ textId }, { project }) => textById(project, textId),
  'texts.mentions': ({ textId, limit = 1000 }, { project }) => {
    const text = textById(project, textId)
    const found = findWords(project, [text.title, ...text.aliases])
    const items = found.slice(0, limit).map(({ words, ...place }) => ({
      ...place,
      name: words,
      sourceTitle: String(entityById(project, 'sources', place.sourceId, 'source.notFound').title),
      excerpt: excerptOf(
        storedCharacters(project.db, place.sourceId) ?? '',
        place.start,
        place.end,
      ),
    }))
    return { items, total: found.length }
  },
  'things.uses': ({ thing, language = 'en' }, { project }) => ({
    items: usesOf(project, thing, language),
  }),
  'clauses.list': ({ textId }, { project }) => ({
    items: listClauses(project).filter(
      (clause) => textId === undefined || clause.textId === textId,
    ),
  }),
  'relations.list': (_, { project }) => ({ items: listRelations(project) }),
  'links.list': ({ thing, state }, { project }) => ({
    items: listLinks(project).filter(
      (link) =>
        (state === undefined || link.state === state) &&
        (!thing ||
          [link.from, link.to].some((end) => end.type === thing.type && end.id === thing.id)),
    ),
  }),
  'claims.list': (filter, { project }) => ({ items: listClaims(project, filter) }),
  'hierarchy.get': (input, { project }) => hierarchyOf(project, input),
  'hierarchy.paths': (input, { project }) => pathsOf(project, input),
}
