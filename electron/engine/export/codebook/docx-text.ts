import { Paragraph, TextRun } from 'docx'
import { isRightToLeft } from './clean.ts'

/** A paragraph in a style; its direction follows its first letter. */
export function line(style: string, text: string): Paragraph {
  return new Paragraph({ style, bidirectional: isRightToLeft(text), children: textRuns(text) })
}

/** Runs with a break for each `\n`. */
export function textRuns(text: string): TextRun[] {
  return text
    .split('\n')
    .map(
      (part, index) =>
        new TextRun({
          text: part,
          rightToLeft: isRightToLeft(part),
          ...(index > 0 ? { break: 1 } : {}),
        }),
    )
}
