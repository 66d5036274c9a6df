import type { Feature, Image } from 'write-excel-file/node'

/**
 * Sheets print as wide as the page, and the rows that stay in view while one scrolls stand at the head
 * of every page; left to itself a workbook puts the columns that do not fit on pages of their own.
 */
export const printOnPages: Feature<Image['content']> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transformElementAttributes: (tag, attributes) =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        transform: (content) =>
          content.replace(
            /<worksheet [^>]*>/,
            (opening) => `${opening}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
          ),
      },
      'xl/workbook.xml': {
        transform: (content, sheets) => {
          const names = sheets.flatMap(({ sheet = '', stickyRowsCount = 0 }, index) =>
            stickyRowsCount === 0 || sheet === ''
              ? []
              : [
                  `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">` +
                    `${nameInFormula(sheet)}!$1:$${stickyRowsCount}</definedName>`,
                ],
          )
          if (names.length === 0) return content
          const named = `<definedNames>${names.join('')}</definedNames>`
          return content.replace(/<definedNames\s*\/>|<definedNames><\/definedNames>/, () => named)
        },
      },
    },
  },
}

function nameInFormula(sheet: string): string {
  const quoted = `'${sheet.replaceAll("'", "''")}'`
  return quoted.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
