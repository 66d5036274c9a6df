const allowedElements = new Set(
  'a abbr article aside b bdi blockquote br caption cite code col colgroup dd div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i li main nav ol p q rect s section small span strong sub sup svg table tbody td tfoot th thead time tr u ul'.split(
    ' ',
  ),
)
const allowedAttributes = new Set(
  'aria-hidden class colspan datetime dir fill height lang rowspan rx scope viewBox width'.split(
    ' ',
  ),
)
/** Elements whose content is not text to be read. */
const dropped = new Set(['script', 'style', 'template', 'iframe', 'object', 'embed', 'math'])

/** HTML with the elements and attributes of a written page only. */
export function safeFragment(html: string): string {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  clean(parsed.body)
  return parsed.body.innerHTML
}

function clean(parent: Element): void {
  for (const element of [...parent.children]) {
    const name = element.localName
    if (dropped.has(name)) {
      element.remove()
      continue
    }
    clean(element)
    for (const attribute of [...element.attributes]) {
      const isSafe = allowedAttributes.has(attribute.name) && !/url\s*\(/i.test(attribute.value)
      if (!isSafe) element.removeAttribute(attribute.name)
    }
    if (!allowedElements.has(name)) element.replaceWith(...element.childNodes)
  }
}
