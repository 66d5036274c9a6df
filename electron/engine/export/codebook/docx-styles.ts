import { AlignmentType, PageOrientation, type IStylesOptions } from 'docx'

/** Twentieths of a point. */
export const A4_WIDTH = 11_906
const A4_HEIGHT = 16_838
const MILLIMETRE = 1440 / 25.4

const TEXT_FONT = 'Cambria'
const HEADING_FONT = 'Calibri'
const MUTED = '595959'

interface PageSettings {
  size: {
    width: number
    height: number
    orientation: (typeof PageOrientation)[keyof typeof PageOrientation]
  }
  margin: { top: number; right: number; bottom: number; left: number; footer: number }
}

/** A4. `docx` turns the sheet itself for landscape, so width and height stay the upright ones. */
export function pageOf(landscape: boolean): PageSettings {
  const margin = Math.round((landscape ? 15 : 25) * MILLIMETRE)
  return {
    size: {
      width: A4_WIDTH,
      height: A4_HEIGHT,
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: margin,
      right: margin,
      bottom: margin,
      left: margin,
      footer: Math.round(8 * MILLIMETRE),
    },
  }
}

/** Sizes are in half points. */
export function documentStyles(locale: string): IStylesOptions {
  const heading = (size: number, before: number) => ({
    run: { font: HEADING_FONT, size, bold: true, color: '000000' },
    paragraph: { spacing: { before, after: 40 }, keepNext: true, keepLines: true },
  })
  const deepHeadings = [7, 8, 9].map((level) => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    basedOn: 'Heading6',
    next: 'BodyText',
    quickFormat: true,
    paragraph: { outlineLevel: level - 1 },
  }))
  return {
    default: {
      document: {
        run: { font: TEXT_FONT, size: 22, language: { value: locale } },
        paragraph: { spacing: { after: 80, line: 264 } },
      },
      title: {
        run: { font: HEADING_FONT, size: 44, bold: true, color: '000000' },
        paragraph: { spacing: { after: 120 }, keepNext: true },
      },
      heading1: heading(30, 400),
      heading2: heading(26, 320),
      heading3: heading(24, 280),
      heading4: heading(22, 240),
      heading5: heading(22, 240),
      heading6: heading(22, 240),
      caption: {
        run: { font: HEADING_FONT, size: 20, bold: true, color: '000000' },
        paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
      },
    },
    paragraphStyles: [
      ...deepHeadings,
      style('Subtitle', 'Subtitle', { font: HEADING_FONT, size: 28, color: '404040' }, 60),
      style('Metadata', 'Metadata', { font: HEADING_FONT, size: 19, color: MUTED }, 240),
      style('BodyText', 'Body Text', {}, 80),
      style('CodeFacts', 'Code Facts', { font: HEADING_FONT, size: 19, color: MUTED }, 80, {
        keepNext: true,
      }),
      style('CodeIdentity', 'Code Identity', { font: HEADING_FONT, size: 16, color: MUTED }, 120),
      style('Quote', 'Quote', { italics: true, size: 21 }, 20, {
        indent: { left: 500, right: 500 },
      }),
      style('QuoteContext', 'Quote Context', { font: HEADING_FONT, size: 17, color: MUTED }, 40, {
        indent: { left: 500, right: 500 },
      }),
      style(
        'QuoteReference',
        'Quote Reference',
        { font: HEADING_FONT, size: 17, color: MUTED },
        120,
        {
          indent: { left: 500, right: 500 },
        },
      ),
      style('Footer', 'footer', { font: HEADING_FONT, size: 17, color: MUTED }, 0, {
        alignment: AlignmentType.CENTER,
      }),
      style('TableText', 'Table Text', { font: HEADING_FONT, size: 19 }, 0, tableSpacing),
      style(
        'TableTextDense',
        'Table Text Dense',
        { font: HEADING_FONT, size: 16 },
        20,
        tableSpacing,
      ),
      style('TableNote', 'Table Note', { font: HEADING_FONT, size: 18 }, 40, { before: 80 }),
      style(
        'TableSmall',
        'Table Small',
        { font: HEADING_FONT, size: 13, color: MUTED },
        20,
        tableSpacing,
      ),
      style(
        'TableQuote',
        'Table Quote',
        { font: HEADING_FONT, size: 16, italics: true },
        0,
        tableSpacing,
      ),
    ],
  }
}

const tableSpacing = { line: 240 }

interface StyleParagraph {
  keepNext?: boolean
  indent?: { left: number; right: number }
  alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]
  line?: number
  before?: number
}

function style(
  id: string,
  name: string,
  run: { font?: string; size?: number; color?: string; italics?: boolean },
  after: number,
  { line, before, ...paragraph }: StyleParagraph = {},
) {
  return {
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph: {
      ...paragraph,
      spacing: {
        after,
        ...(line === undefined ? {} : { line }),
        ...(before === undefined ? {} : { before }),
      },
    },
  }
}
