declare module 'stopword' {
  export const nob: readonly string[]
  export const eng: readonly string[]
}
