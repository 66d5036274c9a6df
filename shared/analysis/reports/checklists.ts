/**
 * Checklists for reporting qualitative research, as item numbers; their words, in our own, are in
 * shared/i18n. COREQ: Tong, Sainsbury and Craig, Int J Qual Health Care 19 (2007) 349–357. SRQR:
 * O'Brien, Harris, Beckman, Reed and Cook, Academic Medicine 89 (2014) 1245–1251.
 */
export const checklistNames = ['coreq', 'srqr'] as const
export type ChecklistName = (typeof checklistNames)[number]

interface ChecklistDomain {
  domain: string
  /** Number of its first and last item. */
  from: number
  to: number
}

export const checklistDomains: Readonly<Record<ChecklistName, readonly ChecklistDomain[]>> = {
  coreq: [
    { domain: 'team', from: 1, to: 8 },
    { domain: 'design', from: 9, to: 23 },
    { domain: 'analysis', from: 24, to: 32 },
  ],
  srqr: [
    { domain: 'title', from: 1, to: 2 },
    { domain: 'introduction', from: 3, to: 4 },
    { domain: 'methods', from: 5, to: 15 },
    { domain: 'results', from: 16, to: 17 },
    { domain: 'discussion', from: 18, to: 19 },
    { domain: 'other', from: 20, to: 21 },
  ],
}
