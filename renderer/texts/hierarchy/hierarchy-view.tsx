import type { LinkEnd } from '../../../shared/model/institution.ts'
export function HierarchyView(_: { focus?: LinkEnd }) {
  return null
}
