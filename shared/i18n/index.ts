import type { Failure } from '../contract/errors.ts'
import { agreement as agreementEn } from './en/agreement.ts'
import { analysis as analysisEn } from './en/analysis.ts'
import { ask as askEn } from './en/ask.ts'
import { app as appEn } from './en/app.ts'
import { compare as compareEn } from './en/compare.ts'
import { checklists as checklistsEn } from './en/checklists.ts'
import { codes as codesEn } from './en/codes.ts'
import type { ErrorText } from './en/errors.ts'
import { exporting as exportEn } from './en/export.ts'
import { leaks as leaksEn } from './en/leaks.ts'
import { links as linksEn } from './en/links.ts'
import { live as liveEn } from './en/live.ts'
import { maps as mapsEn } from './en/maps.ts'
import { meeting as meetingEn } from './en/meeting.ts'
import { memos as memosEn } from './en/memos.ts'
import { passages as passagesEn } from './en/passages.ts'
import { quotes as quotesEn } from './en/quotes.ts'
import { reading as readingEn } from './en/reading.ts'
import { sources as sourcesEn } from './en/sources.ts'
import { acts as actsEn } from './en/acts.ts'
import { figures as figuresEn } from './en/figures.ts'
import { glossary as glossaryEn } from './en/glossary.ts'
import { importing as importingEn } from './en/importing.ts'
import { indexing as indexingEn } from './en/indexing.ts'
import { institution as institutionEn } from './en/institution.ts'
import { people as peopleEn } from './en/people.ts'
import { reports as reportsEn } from './en/reports.ts'
import { rounds as roundsEn } from './en/rounds.ts'
import { search as searchEn } from './en/search.ts'
import { sentence as sentenceEn } from './en/sentence.ts'
import { settings as settingsEn } from './en/settings.ts'
import { start as startEn } from './en/start.ts'
import { texts as textsEn } from './en/texts.ts'
import { ui as uiEn } from './en/ui.ts'
import { withdrawal as withdrawalEn } from './en/withdrawal.ts'
import { work as workEn } from './en/work.ts'
import { failureIn } from './failure.ts'
import { agreement as agreementNb } from './nb/agreement.ts'
import { analysis as analysisNb } from './nb/analysis.ts'
import { ask as askNb } from './nb/ask.ts'
import { app as appNb } from './nb/app.ts'
import { compare as compareNb } from './nb/compare.ts'
import { checklists as checklistsNb } from './nb/checklists.ts'
import { codes as codesNb } from './nb/codes.ts'
import { exporting as exportNb } from './nb/export.ts'
import { leaks as leaksNb } from './nb/leaks.ts'
import { links as linksNb } from './nb/links.ts'
import { live as liveNb } from './nb/live.ts'
import { maps as mapsNb } from './nb/maps.ts'
import { meeting as meetingNb } from './nb/meeting.ts'
import { memos as memosNb } from './nb/memos.ts'
import { passages as passagesNb } from './nb/passages.ts'
import { quotes as quotesNb } from './nb/quotes.ts'
import { reading as readingNb } from './nb/reading.ts'
import { sources as sourcesNb } from './nb/sources.ts'
import { acts as actsNb } from './nb/acts.ts'
import { figures as figuresNb } from './nb/figures.ts'
import { glossary as glossaryNb } from './nb/glossary.ts'
import { importing as importingNb } from './nb/importing.ts'
import { indexing as indexingNb } from './nb/indexing.ts'
import { institution as institutionNb } from './nb/institution.ts'
import { people as peopleNb } from './nb/people.ts'
import { reports as reportsNb } from './nb/reports.ts'
import { rounds as roundsNb } from './nb/rounds.ts'
import { search as searchNb } from './nb/search.ts'
import { sentence as sentenceNb } from './nb/sentence.ts'
import { settings as settingsNb } from './nb/settings.ts'
import { start as startNb } from './nb/start.ts'
import { texts as textsNb } from './nb/texts.ts'
import { ui as uiNb } from './nb/ui.ts'
import { withdrawal as withdrawalNb } from './nb/withdrawal.ts'
import { work as workNb } from './nb/work.ts'
import type { KeysOf, Translation } from './translation.ts'
import { createTranslator } from './translator.ts'
import type { Language, Variables } from './translator.ts'

const english = {
  agreement: agreementEn,
  analysis: analysisEn,
  app: appEn,
  ask: askEn,
  figures: figuresEn,
  compare: compareEn,
  withdrawal: withdrawalEn,
  leaks: leaksEn,
  reports: reportsEn,
  checklists: checklistsEn,
  live: liveEn,
  ui: uiEn,
  acts: actsEn,
  glossary: glossaryEn,
  importing: importingEn,
  indexing: indexingEn,
  institution: institutionEn,
  people: peopleEn,
  quotes: quotesEn,
  rounds: roundsEn,
  search: searchEn,
  sentence: sentenceEn,
  settings: settingsEn,
  start: startEn,
  sources: sourcesEn,
  reading: readingEn,
  passages: passagesEn,
  codes: codesEn,
  links: linksEn,
  meeting: meetingEn,
  memos: memosEn,
  export: exportEn,
  texts: textsEn,
  work: workEn,
  maps: mapsEn,
} as const

const bokmal: Translation<typeof english> = {
  agreement: agreementNb,
  analysis: analysisNb,
  app: appNb,
  ask: askNb,
  figures: figuresNb,
  compare: compareNb,
  withdrawal: withdrawalNb,
  leaks: leaksNb,
  reports: reportsNb,
  checklists: checklistsNb,
  live: liveNb,
  ui: uiNb,
  acts: actsNb,
  glossary: glossaryNb,
  importing: importingNb,
  indexing: indexingNb,
  institution: institutionNb,
  people: peopleNb,
  quotes: quotesNb,
  rounds: roundsNb,
  search: searchNb,
  sentence: sentenceNb,
  settings: settingsNb,
  start: startNb,
  sources: sourcesNb,
  reading: readingNb,
  passages: passagesNb,
  codes: codesNb,
  links: linksNb,
  meeting: meetingNb,
  memos: memosNb,
  export: exportNb,
  texts: textsNb,
  work: workNb,
  maps: mapsNb,
}

export type TextKey = KeysOf<typeof english>
export type { Language, Variables } from './translator.ts'

export const texts: Record<Language, Translation<typeof english>> = { en: english, nb: bokmal }

/** The text of a key; with `count` among the variables, its singular or plural form. */
export const translate: (language: Language, key: TextKey, variables?: Variables) => string =
  createTranslator(texts)

/** A refusal in the reader's language: what happened, and what was kept and what to do next. */
export function failureText(language: Language, failure: Failure): ErrorText {
  const { message, hint } = failureIn(language, failure.code, failure.details)
  return { message, hint }
}
