import type { SetAside, SourceText } from '../../../../shared/text/source-text.ts'
import type { ImportNote, SourceFormat, SuggestedKind } from './types.ts'

/** What the reader of one format hands over; turns, language and title are settled after it. */
export interface DraftSource {
  format: SourceFormat
  text: SourceText
  kind: SuggestedKind
  notes?: ImportNote[]
  setAside?: SetAside[]
  /** A title that the file itself gives. */
  title?: string
  language?: 'nb' | 'nn' | 'en'
  encoding?: string
  reflowed?: boolean
}
