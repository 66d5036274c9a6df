/**
 * Runs inside the window and leaves `window.bench`: stop-watches that start with the key event and end
 * when the frame with its effect has been painted. To be handed to `page.evaluate` whole.
 */
export function watchInPage() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  /** A frame's callback runs before it is painted; a second one can only come after that. */
  const painted = async () => {
    await frame()
    await frame()
  }
  const keyDown = (key) =>
    new Promise((resolve) => {
      const onKey = (event) => {
        if (event.key !== key) return
        window.removeEventListener('keydown', onKey, true)
        resolve(event.timeStamp)
      }
      window.addEventListener('keydown', onKey, true)
    })
  const paintedRanges = () =>
    [...CSS.highlights]
      .filter(([name]) => /^code-\d/.test(name))
      .reduce((sum, [, highlight]) => sum + highlight.size, 0)
  const text = () => document.querySelector('.reading-text')
  const scroller = () => document.querySelector('.reading-scroller')
  const until = async (isDone) => {
    const latest = performance.now() + 20_000
    while (!isDone()) {
      if (performance.now() > latest) {
        throw new Error(`Waited in vain: ${document.querySelector('.toaster')?.textContent ?? ''}`)
      }
      await frame()
    }
  }

  window.bench = {
    watchOpening() {
      this.opened = (async () => {
        const start = await keyDown('Enter')
        await until(
          () => (text()?.childElementCount ?? 0) > 100 && paintedRanges() > 0 && stripes() > 0,
        )
        await painted()
        const before = scroller().scrollTop
        scroller().scrollTop = before + 400
        await painted()
        if (scroller().scrollTop === before) throw new Error('The document does not scroll.')
        return performance.now() - start
      })()
    },

    /** Frames a second between each two frames while the text moves by 60 pixels a frame. */
    async scroll(milliseconds) {
      const rates = []
      const end = performance.now() + milliseconds
      let before = await frame()
      while (before < end) {
        scroller().scrollTop += 60
        const now = await frame()
        rates.push(1000 / (now - before))
        before = now
      }
      return rates
    },

    /** Brings another part of the text into view and selects some words in the middle of it. */
    async selectWords() {
      const node = await wordsInView()
      text().focus({ preventScroll: true })
      getSelection().setBaseAndExtent(node, 0, node, Math.min(25, node.length))
      await painted()
    },

    /** Until the selected words themselves are painted in the colour of a code. */
    watchCoding(key) {
      const { startContainer } = getSelection().getRangeAt(0)
      const words = getSelection().toString()
      const isCoded = () =>
        [...CSS.highlights].some(
          ([name, highlight]) =>
            /^code-\d/.test(name) &&
            [...highlight].some(
              (range) => range.intersectsNode(startContainer) && range.toString() === words,
            ),
        )
      this.coded = (async () => {
        const start = await keyDown(key)
        // Seen in a frame's callback, before that frame is painted; the next one comes after it.
        await until(isCoded)
        await frame()
        return performance.now() - start
      })()
    },

    watchTyping(key) {
      // Only its paragraph is looked at: reading the whole text in each frame would be measured too.
      const { anchorNode } = getSelection()
      const paragraph = [...text().children].find((block) => block.contains(anchorNode))
      const before = paragraph.textContent.length
      this.typed = (async () => {
        const start = await keyDown(key)
        await until(() => paragraph.textContent.length > before)
        await frame()
        return performance.now() - start
      })()
    },
  }

  async function wordsInView() {
    for (let tries = 0; tries < 50; tries++) {
      const view = scroller()
      const isAtEnd = view.scrollTop + view.clientHeight * 2 > view.scrollHeight
      view.scrollTop = isAtEnd ? 0 : view.scrollTop + 900
      await painted()
      await painted()
      const { left, width, top, height } = text().getBoundingClientRect()
      const frameBox = view.getBoundingClientRect()
      const middle = Math.min(top + height, frameBox.top + frameBox.height / 2)
      const node = document.caretRangeFromPoint(left + width / 2, middle)?.startContainer
      if (node?.nodeType === Node.TEXT_NODE && text().contains(node) && node.length > 40)
        return node
    }
    throw new Error('There are no words to select.')
  }

  function stripes() {
    return document.querySelectorAll('.reading-stripe').length
  }
}
