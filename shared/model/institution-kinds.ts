/** Closed lists of institutional ethnography, in the order in which they are offered. */
export const textStatuses = [
  'mentioned',
  'requested',
  'received',
  'read',
  'sought, not found',
  'presumed missing',
] as const
export const replicability = ['template', 'instance', 'no'] as const

/** Relations between texts, clauses, steps and actors, each with the name it has read backwards. */
export const relationInverses = {
  authorises: 'authorised by',
  mandates: 'mandated by',
  specifies: 'specified by',
  frames: 'framed by',
  limits: 'limited by',
  measures: 'measured by',
  funds: 'funded by',
  cites: 'cited by',
  'derives from': 'source of',
  supersedes: 'superseded by',
  'template for': 'made from template',
  contains: 'part of',
  triggers: 'triggered by',
  'input to': 'has input',
  'produced by': 'produces',
  'reports to': 'receives report from',
  contests: 'contested by',
  'conflicts with': 'conflicts with',
  reproduces: 'reproduced by',
} as const
export type BuiltInRelation = keyof typeof relationInverses
export const builtInRelations = Object.keys(relationInverses) as BuiltInRelation[]
/** Relations whose target stands above their start, although the arrow is drawn from below. */
export const upwardRelations: readonly string[] = [
  'derives from',
  'cites',
  'produced by',
  'reports to',
  'reproduces',
  'contests',
]
/** Relations that say nothing about rank. */
export const levelRelations: readonly string[] = ['conflicts with', 'supersedes']

export const claimBases = [
  'the text says',
  'an informant says',
  'observed',
  'literature',
  'we infer',
] as const
export const claimStances = ['supports', 'contradicts'] as const
export const evidenceStates = ['supported', 'unsupported', 'contradicted'] as const

export const activationModes = [
  'reads',
  'fills in',
  'cites',
  'displays',
  'from memory',
  'believed, not read',
  'avoids',
] as const
export const activationStances = ['follows', 'adapts', 'skips', 'resists', 'cannot'] as const
export const accountModes = ['says', 'observed', 'intends'] as const
export const visibilities = ['visible', 'invisible'] as const

export const perspectives = ['formal', 'told', 'observed'] as const
export const stepKinds = ['work', 'meeting'] as const
export const flowKinds = [
  'then',
  'branch',
  'parallel',
  'loop',
  'handover',
  'merge',
  'builds on',
] as const
export const settings = ['local', 'extra-local'] as const

export const mapKinds = ['process', 'hierarchy'] as const
export const mapAxes = ['weeks', 'rank', 'none'] as const
export const mapPresets = ['notation', 'red-blue-grey', 'black and white'] as const

export const findingStatuses = ['open', 'settled'] as const
export const comparisons = ['at least', 'at most', 'exactly', 'between', 'about'] as const

/** The four questions of an institutional ethnographer's reading; a project can add its own. */
export const standingQuestions = ['work', 'linked', 'driven', 'institution'] as const
