/** Names between commas or semicolons, each once. */
export function aliasesFromText(written: string): string[] {
  const names = written.split(/[,;\n]/).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}
