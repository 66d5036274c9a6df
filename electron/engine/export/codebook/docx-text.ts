import { Paragraph, TextRun } from 'docx'
import { isRightToLeft } from './clean.ts'

/** A longer paragraph may be parted from the next one, or a page would stay empty. */
const LONGEST_KEPT = 1500

/** A paragraph in a style; its direction follows its first letter. */
export function line(
  style: string,
  text: string,
  { keepNext = false, before = [] }: { keepNext?: boolean; before?: TextRun[] } = {},
): Paragraph {
  return new Paragraph({
    style,
    // Only set where wanted: written out as false it would override the style.
    ...(keepNext && text.length < LONGEST_KEPT ? { keepNext: true } : {}),
    bidirectional: isRightToLeft(text),
    children: [...before, ...textRuns(text)],
  })
}

/** Runs with a break for each `\n`. */
export function textRuns(text: string): TextRun[] {
  return text.split('\n').map(
    (part, index) =>
      new TextRun({
        text: part,
        rightToLeft: isRightToLeft(part),
        ...(index > 0 ? { break: 1 } : {}),
      }),
  )
}
