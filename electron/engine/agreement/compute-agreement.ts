import type {
  AgreementParameters,
  AgreementResult,
  AgreementRow,
} from '../../../shared/contract/agreement.ts'
import { compareCoders, type Compared } from '../../../shared/analysis/agreement/coded-text.ts'
import type { Code, Source } from '../../../shared/model/entities.ts'
import { listCodes } from '../codes/code-list.ts'
import { entityById, listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { requireWhole, roundById } from '../rounds/round.ts'
import { codedSource, codingsOf } from './coded-sources.ts'

export const defaultOverlap = 0.5

/** Agreement of analysts in one layer of codings. */
export function computeAgreement(
  project: Project,
  parameters: AgreementParameters,
): AgreementResult {
  const { unit, scope, overlap = defaultOverlap } = parameters
  const analysts = analystsOf(project, parameters.analystIds)
  const round = parameters.roundId === undefined ? null : roundById(project, parameters.roundId)
  if (round && (round.isBlind || round.state === 'closed')) requireWhole(project, round)
  const layer = round?.id ?? 'working'
  const sources = sourcesOf(project, parameters.sourceIds ?? round?.sourceIds)
  const chosen = parameters.codeIds ? codesOf(project, parameters.codeIds) : null
  const spans = codingsOf(project, {
    analystIds: analysts.map(({ id }) => id),
    layers: [layer],
    sourceIds: sources.map(({ id }) => id),
    codeIds: chosen?.map(({ id }) => id) ?? null,
  })
  const used = new Set([...spans.values()].flat().map((span) => span.code))
  const codes = chosen ?? listCodes(project).filter((code) => used.has(code.id))
  const coded = sources.map(({ id }) =>
    codedSource(project, id, spans.get(id) ?? [], { unit, overlap }),
  )
  const compared = compareCoders(coded, {
    coders: analysts.length,
    codes: codes.map(({ id }) => id),
    scope,
  })
  return {
    layer,
    unit,
    scope,
    overlap,
    analysts,
    sources,
    characters: coded.reduce((sum, source) => sum + source.length, 0),
    units: compared.units,
    uncodedUnits: compared.uncoded,
    overall: rowOf(compared.overall, null),
    codes: compared.perCode.map((row, place) => rowOf(row, codes[place] ?? null)),
  }
}

function rowOf(compared: Compared, code: { id: string; name: string } | null): AgreementRow {
  return { codeId: code?.id ?? null, name: code?.name ?? '', ...compared }
}

function analystsOf(project: Project, ids: readonly string[]): { id: string; name: string }[] {
  const found = [...new Set(ids)].map((id) => {
    const { name } = entityById(project, 'analysts', id, 'analyst.notFound')
    return { id, name: String(name) }
  })
  if (found.length < 2) {
    throw new Refusal('args.invalid', { problem: 'agreement needs two different analysts' })
  }
  return found
}

function sourcesOf(
  project: Project,
  ids: readonly string[] | undefined,
): { id: string; title: string }[] {
  const found = ids
    ? [...new Set(ids)].map((id) => entityById(project, 'sources', id, 'source.notFound'))
    : listEntities(project, 'sources')
  return (found as unknown as Source[]).map(({ id, title }) => ({ id, title }))
}

/** The codes in the order of the tree. */
function codesOf(project: Project, ids: readonly string[]): Code[] {
  for (const id of ids) entityById(project, 'codes', id, 'code.notFound')
  return listCodes(project).filter((code) => ids.includes(code.id))
}
