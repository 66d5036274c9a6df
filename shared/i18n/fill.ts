export type Variables = Record<string, string | number | boolean>

/**
 * Fills `{{name}}` places. A name that is not given leaves no gap: the blank before it, and quotation
 * marks or brackets that stand around nothing, go with it.
 */
export function fillText(text: string, variables: Variables = {}): string {
  let isIncomplete = false
  const filled = text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = variables[name]
    if (value !== undefined && value !== '') return String(value)
    isIncomplete = true
    return ''
  })
  if (!isIncomplete) return filled
  return filled
    .replace(/\s*(?:“”|«»|\(\s*\))/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/:\s*$/, '.')
    .replace(/\s+([.,])/g, '$1')
    .trim()
}
