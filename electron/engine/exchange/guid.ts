/** Upper case without braces; `undefined` when it is no GUID. */
export function textToGuid(text: string): string | undefined {
  const found = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i.exec(text.trim())
  return found?.[1]?.toUpperCase()
}
