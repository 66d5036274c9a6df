/**
 * Lines of a page, from the top; a number is extra space in lines before the next line, a list is
 * what stands side by side on one line.
 */
export type PdfPage = (string | number | string[])[]

/** A small PDF in Helvetica 12 with 15 points between lines, written by hand. */
export function pdfOf(pages: PdfPage[], trailer = ''): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${String(pages.length)} /Kids [${pages.map((_, n) => `${String(4 + n * 2)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  pages.forEach((page, n) => {
    const content = contentOf(page)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${String(5 + n * 2)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    )
  })
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, n) => {
    const at = file.length
    file += `${String(n + 1)} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = file.length
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = String(objects.length + 1)
  file += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${String(start)}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

function contentOf(page: PdfPage): string {
  let y = 780
  let content = ''
  for (const line of page) {
    if (typeof line === 'number') y -= line * 15
    else {
      const parts = typeof line === 'string' ? [line] : line
      parts.forEach((part, index) => {
        const text = part.replace(/[\\()]/g, '\\$&')
        content += `BT /F1 12 Tf ${String(70 + index * 260)} ${String(y)} Td (${text}) Tj ET\n`
      })
      y -= 15
    }
  }
  return content
}
