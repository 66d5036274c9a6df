import type { Translation } from '../translation.ts'
import type { passages as english } from '../en/passages.ts'

export const passages: Translation<typeof english> = {}
