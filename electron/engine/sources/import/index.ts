export type {
  ImportError,
  ImportErrorCode,
  ImportNote,
  ImportNoteCode,
  ImportOptions,
  ReadResult,
  ReadSource,
  SourceFormat,
  SpeakerCount,
  SuggestedKind,
} from './types.ts'
export { largestFileBytes, readSource, supportedExtensions } from './read-source.ts'
