/** Closed lists of the domain, in the order in which they are offered. */
export const codeKinds = [
  'theme',
  'work',
  'text',
  'actor',
  'site',
  'time',
  'discourse',
  'free',
] as const
export const codeStatuses = ['provisional', 'in use', 'retired'] as const
export const sourceKinds = [
  'interview',
  'focus group',
  'field note',
  'observation',
  'boss text',
  'document',
  'survey answers',
  'e-mail',
  'web page',
  'audio/video transcript',
] as const
export const sourceLevels = ['entry', 'second', 'text'] as const
export const memoKinds = ['note', 'puzzle', 'method', 'reflexive', 'meeting', 'decision'] as const
export const memoStatuses = ['open', 'settled'] as const
export const sourceLanguages = ['nb', 'nn', 'en', 'other'] as const

export type CodeKind = (typeof codeKinds)[number]
export type CodeStatus = (typeof codeStatuses)[number]
export type SourceKind = (typeof sourceKinds)[number]

/** What can have attributes. */
export const holderKinds = ['persons', 'cases', 'sources'] as const
export type HolderKind = (typeof holderKinds)[number]

export const attributeTypes = ['text', 'number', 'date', 'choice', 'yes-no'] as const
export type AttributeType = (typeof attributeTypes)[number]

export const caseKinds = ['person', 'workplace', 'office', 'file', 'journey', 'other'] as const
export type CaseKind = (typeof caseKinds)[number]
