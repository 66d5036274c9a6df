import type { Project } from '../project/project.ts'

/** What is never sent (S8, S9): blind layers of rounds that are not closed by all, and withdrawn sources. */
export interface Withheld {
  document: (name: string) => boolean
  stream: (stream: string) => boolean
}

/** The name of the document of an analyst's layer in a round. */
export function layerDocument(roundId: string, analystId: string): string {
  return `layer:${roundId}:${analystId}`
}

export function withheldFrom(project: Project): Withheld {
  const isOpen = openRounds(project)
  const withdrawn = new Set(project.map('withdrawals').keys())
  return {
    document: (name) => {
      const [type, id = ''] = name.split(':')
      if (type === 'source') return withdrawn.has(id)
      return type === 'layer' && isOpen(id)
    },
    stream: (stream) => {
      const round = stream.split('/')[1]
      return round !== undefined && isOpen(round)
    },
  }
}

/**
 * Whether a round is blind and not closed by all of its analysts; one that is not known is not closed.
 */
function openRounds(project: Project): (roundId: string) => boolean {
  const rounds = project.map('rounds')
  const known = new Map<string, boolean>()
  return (id) => {
    const isOpen = known.get(id) ?? isOpenRound(rounds.get(id)?.toJSON())
    known.set(id, isOpen)
    return isOpen
  }
}

function isOpenRound(round: RoundFields | undefined): boolean {
  if (!round || round.deleted === true) return true
  if (round.isBlind === false || round.released === true) return false
  const closed = Object.keys(round.closedBy ?? {})
  return !(round.analystIds ?? []).every((analyst) => closed.includes(analyst))
}

interface RoundFields {
  deleted?: boolean
  isBlind?: boolean
  released?: boolean
  analystIds?: string[]
  /** Analyst → when; a map so that all can close at once. */
  closedBy?: Record<string, unknown>
}
