import type { z } from 'zod'
import type { evidence } from '../../../shared/contract/texts.ts'
import type { Claim } from '../../../shared/model/institution.ts'
import { findPlace, passageMaker, type FoundPlace } from '../passages/passage-at.ts'
import { createEntity, listEntities, type Entity } from '../project/entities.ts'
import type { Edit, Project } from '../project/project.ts'
import { kinds, requireThing, thingById } from '../project/things.ts'
import { Refusal } from '../refusal.ts'

type About = Claim['about']
type EvidenceInput = z.output<typeof evidence>
type Problem = Claim['problem']

/** Evidence as given by a caller, its places found and its basis proved (invariant 5). */
export interface ProvedEvidence {
  fields: Pick<Claim, 'basis' | 'stance' | 'reference' | 'note'>
  places: FoundPlace[]
}

/**
 * Proves evidence before anything is changed: “the text says” needs a passage in a source that holds
 * one of the texts in question, “an informant says” one with a speaker.
 */
export function proveEvidence(
  project: Project,
  items: readonly EvidenceInput[],
  textIds: readonly string[] | null,
): ProvedEvidence[] {
  return items.map((item) => {
    const places = (item.passages ?? []).map((at) => findPlace(project, at))
    const problem = problemOf(project, item.basis, places, textIds)
    if (problem !== '') throw new Refusal(refusals[problem], { basis: item.basis })
    return {
      fields: {
        basis: item.basis,
        stance: item.stance ?? 'supports',
        reference: item.reference ?? '',
        note: item.note ?? '',
      },
      places,
    }
  })
}

const refusals = {
  'no passage': 'claim.needsPassage',
  'not in a source of the text': 'claim.textNotLinked',
  'no speaker': 'claim.noSpeaker',
} as const

/** Writes proved evidence about a thing, inside the change that makes or concerns it. */
export function writeClaims(
  project: Project,
  edit: Edit,
  about: About,
  proved: readonly ProvedEvidence[],
  passageOf = passageMaker(project, edit),
): string[] {
  return proved.map(({ fields, places }) => {
    const id = project.newId()
    const passageIds = places.map(passageOf)
    edit('project', (doc) =>
      createEntity(project, doc, 'claims', id, { about, ...fields, passageIds }),
    )
    return id
  })
}

/** Texts that a thing speaks of: those at the ends of a link. Null: any institutional text. */
export function textsOf(project: Project, about: About): string[] | null {
  requireThing(project, about)
  if (about.type !== 'link') return null
  const link = thingById(project, 'link', about.id) as unknown as LinkEnds
  return textsOfEnds(project, [link.from, link.to])
}

interface LinkEnds {
  from: { type: string; id: string }
  to: { type: string; id: string }
}

/** Texts among the ends of a link, clauses standing for theirs; null if there is none. */
export function textsOfEnds(
  project: Project,
  ends: readonly { type: string; id: string }[],
): string[] | null {
  const ids = ends.flatMap((end) => {
    if (end.type === 'text') return [end.id]
    if (end.type === 'clause') return [String(thingById(project, 'clause', end.id).textId)]
    return []
  })
  return ids.length === 0 ? null : ids
}

/** All living claims whose thing is alive, each with why it does not count, if so. */
export function listClaims(
  project: Project,
  filter: { about?: About | undefined; passageId?: string | undefined } = {},
): Claim[] {
  const ranges = passageRanges(project)
  const holders = sourcesOfTexts(project)
  const links = new Map(listEntities(project, 'links').map((link) => [link.id, link]))
  const clauses = new Map(listEntities(project, 'clauses').map((clause) => [clause.id, clause]))
  const textsOfLink = (id: string): string[] | null => {
    const link = links.get(id) as (Entity & LinkEnds) | undefined
    if (!link) return null
    const ids = [link.from, link.to].flatMap((end) => {
      if (end.type === 'text') return [end.id]
      const clause = end.type === 'clause' ? clauses.get(end.id) : undefined
      return clause ? [String(clause.textId)] : []
    })
    return ids.length === 0 ? null : ids
  }
  return (listEntities(project, 'claims') as unknown as Omit<Claim, 'problem'>[])
    .filter(
      ({ about, passageIds }) =>
        (!filter.about || (about.type === filter.about.type && about.id === filter.about.id)) &&
        (filter.passageId === undefined || passageIds.includes(filter.passageId)),
    )
    .map((claim) => {
      const passageIds = claim.passageIds.filter((id) => ranges.has(id))
      const passages = passageIds.flatMap((id) => ranges.get(id) ?? [])
      const texts = claim.about.type === 'link' ? textsOfLink(claim.about.id) : null
      return { ...claim, passageIds, problem: problemFor(claim.basis, passages, holders, texts) }
    })
}

interface Range {
  sourceId: string
  hasSpeaker: boolean
}

function problemOf(
  project: Project,
  basis: Claim['basis'],
  places: readonly FoundPlace[],
  textIds: readonly string[] | null,
): Problem {
  if (basis !== 'the text says' && basis !== 'an informant says') return ''
  const speaker = project.db
    .prepare<[string, number, number], number>(
      `SELECT 1 FROM paragraphs WHERE source_id = ? AND start < ? AND stop > ? AND speaker <> ''`,
    )
    .pluck()
  const passages = places.map(({ sourceId, start, end }) => ({
    sourceId,
    hasSpeaker: speaker.get(sourceId, end, start) !== undefined,
  }))
  return problemFor(basis, passages, sourcesOfTexts(project), textIds)
}

function problemFor(
  basis: Claim['basis'],
  passages: readonly Range[],
  holders: ReadonlyMap<string, ReadonlySet<string>>,
  textIds: readonly string[] | null,
): Problem {
  if (basis !== 'the text says' && basis !== 'an informant says') return ''
  if (passages.length === 0) return 'no passage'
  if (basis === 'an informant says')
    return passages.some((passage) => passage.hasSpeaker) ? '' : 'no speaker'
  const inText = (sourceId: string) =>
    [...(textIds ?? holders.keys())].some((id) => holders.get(id)?.has(sourceId) === true)
  return passages.some((passage) => inText(passage.sourceId)) ? '' : 'not in a source of the text'
}

/** Text → the sources that hold it. */
function sourcesOfTexts(project: Project): Map<string, Set<string>> {
  return new Map(
    listEntities(project, kinds.text.map).map((text) => [
      text.id,
      new Set(Array.isArray(text.sourceIds) ? text.sourceIds.map(String) : []),
    ]),
  )
}

/** Passages that claims rest on, in sources that are there, and whether somebody speaks in them. */
function passageRanges(project: Project): Map<string, Range> {
  const rows = project.db
    .prepare<[], { id: string; source_id: string; speaker: number }>(
      `SELECT passages.id, passages.source_id, EXISTS (
         SELECT 1 FROM paragraphs WHERE paragraphs.source_id = passages.source_id
           AND paragraphs.start < passages.stop AND paragraphs.stop > passages.start
           AND paragraphs.speaker <> '') speaker
       FROM passages
       JOIN entities sources ON sources.kind = 'sources' AND sources.id = passages.source_id
         AND sources.deleted = 0
       WHERE passages.id IN (
         SELECT members.value FROM entities claims, json_each(claims.data, '$.passageIds') members
         WHERE claims.kind = 'claims' AND claims.deleted = 0)`,
    )
    .all()
  return new Map(
    rows.map((row) => [row.id, { sourceId: row.source_id, hasSpeaker: row.speaker === 1 }]),
  )
}

/** How much evidence there is for each thing, by `type:id`; only claims that count. */
export function evidenceByThing(
  project: Project,
): (about: { type: string; id: string }) => Evidence {
  const claims = new Map<string, Claim[]>()
  for (const claim of listClaims(project)) {
    if (claim.problem !== '') continue
    const key = `${claim.about.type}:${claim.about.id}`
    claims.set(key, [...(claims.get(key) ?? []), claim])
  }
  return ({ type, id }) => evidenceOf(claims.get(`${type}:${id}`) ?? [])
}

interface Evidence {
  state: 'supported' | 'unsupported' | 'contradicted'
  supports: number
  contradicts: number
  passages: number
  inferred: boolean
}

function evidenceOf(claims: readonly Claim[]): Evidence {
  const supporting = claims.filter((claim) => claim.stance === 'supports')
  const contradicts = claims.length - supporting.length
  return {
    state: contradicts > 0 ? 'contradicted' : supporting.length > 0 ? 'supported' : 'unsupported',
    supports: supporting.length,
    contradicts,
    passages: new Set(claims.flatMap((claim) => claim.passageIds)).size,
    inferred: supporting.length > 0 && supporting.every((claim) => claim.basis === 'we infer'),
  }
}
