// A text of the desk as its stored version has it: selections as code points, and a cursor that
// walks by words and sentences for who marks without a mouse.
//
// The DOM counts UTF-16 units and has numbers of claims among the words; the ledger counts code
// points of the text alone. Each line says in data-start where it begins.
const WORD = /[\p{L}\p{N}]+(?:['\u2019.,:\-][\p{L}\p{N}]+)*/gu;
const ENDS = /[^.!?\u2026]+(?:[.!?\u2026]+["'\u201d\u2019\u00bb)]*|$)/gu;

/** How many code points a string has; a lone surrogate counts as one, as in the database. */
export function points(string) {
  let count = 0;
  for (const _ of string) count += 1;
  return count;
}

/** The UTF-16 place of the nth code point of a string; its length for one beyond. */
export function unit(string, point) {
  let at = 0;
  for (const letter of string) {
    if (!point) return at;
    point -= 1;
    at += letter.length;
  }
  return at;
}

export class Text {
  /** `root` holds the lines, each a paragraph with data-start. */
  constructor(root) {
    this.root = root;
    this.lines = [...root.querySelectorAll("[data-start]")].map(lineOf);
  }

  /** The marked place as code points, without white space at its ends; null for none. */
  selected() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.root)) return null;
    return this.place(this.boundary(range.startContainer, range.startOffset), this.boundary(range.endContainer, range.endOffset));
  }

  /** A place from boundaries, each a line's number and a UTF-16 unit in it. */
  place(from, to) {
    if (!from || !to) return null;
    const [start, end] = [this.point(from), this.point(to)];
    const words = this.words(from, to);
    const lead = points(words) - points(words.trimStart());
    const trail = points(words) - points(words.trimEnd());
    return end - trail > start + lead ? { start: start + lead, end: end - trail, words: words.trim() } : null;
  }

  /** Where a DOM boundary lies in the text: that of its first letter at or after it. */
  boundary(container, offset) {
    const at = document.createRange();
    at.setStart(container, offset);
    let last = null;
    for (const [number, line] of this.lines.entries()) {
      for (const piece of line.pieces) {
        if (piece.node === container) return { line: number, unit: piece.unit + offset };
        if (at.comparePoint(piece.node, 0) >= 0) return { line: number, unit: piece.unit };
        last = { line: number, unit: piece.unit + piece.node.length };
      }
    }
    return last;
  }

  point({ line, unit: at }) {
    const own = this.lines[line];
    return own.start + points(own.text.slice(0, at));
  }

  words(from, to) {
    if (from.line === to.line) return this.lines[from.line].text.slice(from.unit, to.unit);
    const between = this.lines.slice(from.line + 1, to.line).map((line) => line.text);
    return [this.lines[from.line].text.slice(from.unit), ...between, this.lines[to.line].text.slice(0, to.unit)].join("\n");
  }

  /** The DOM range of a place in code points; null where it is not all on the page. */
  range(start, end) {
    const from = this.dom(start, false);
    const to = this.dom(end, true);
    if (!from || !to) return null;
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    return range;
  }

  dom(point, closing) {
    const line = this.lines.findLast((one) => (closing ? one.start < point : one.start <= point));
    if (!line) return null;
    const at = unit(line.text, point - line.start);
    const piece = line.pieces.findLast((one) => (closing ? one.unit < at : one.unit <= at)) ?? line.pieces[0];
    return piece ? [piece.node, Math.min(at - piece.unit, piece.node.length)] : null;
  }

  /** Mark a place as if by mouse, and bring it into view. */
  select(start, end) {
    const range = this.range(start, end);
    if (!range) return;
    const selection = document.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    const box = range.getBoundingClientRect();
    if (box.top < 80 || box.bottom > innerHeight - 120) scrollBy({ top: box.top - innerHeight / 3, behavior: "instant" });
  }
}

function lineOf(element) {
  const pieces = [];
  let text = "";
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(".label") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    pieces.push({ node, unit: text.length });
    text += node.data;
  }
  return { start: Number(element.dataset.start), text, pieces };
}

/** Marks words and sentences by arrow keys while the text has the focus. */
export class Cursor {
  constructor(text) {
    this.text = text;
    this.words = text.lines.flatMap((line, number) => [...line.text.matchAll(WORD)].map((match) => (
      { line: number, from: match.index, to: match.index + match[0].length })));
    this.starts = text.lines.flatMap((line, number) => [...line.text.matchAll(ENDS)].map((match) =>
      this.words.findIndex((word) => word.line === number && word.from >= match.index))).filter((at) => at >= 0);
    this.starts = [...new Set(this.starts)];
  }

  /** What a key does to the marked words; false for a key that is none of ours. */
  move(key, more) {
    if (!this.words.length) return false;
    const [first, last] = this.current();
    const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [1, 1], ArrowUp: [-1, 1] }[key];
    if (!step) return false;
    const [way, sentences] = step;
    if (sentences) this.sentence(first, last, way, more);
    else if (more) this.mark(first, Math.max(last + way, first));
    else this.mark(...Array(2).fill(way > 0 ? last + 1 : first - 1));
    return true;
  }

  sentence(first, last, way, more) {
    const own = this.starts.findLastIndex((at) => at <= Math.max(way > 0 ? last : first, 0));
    const wanted = last < 0 ? 0 : Math.min(Math.max(own + way, 0), this.starts.length - 1);
    const [from, to] = [this.starts[wanted], (this.starts[wanted + 1] ?? this.words.length) - 1];
    if (more) this.mark(Math.min(first, from), way > 0 ? Math.max(last, to) : Math.max(from - 1, first));
    else this.mark(from, to);
  }

  /** The numbers of the first and last marked word; [-1, -1] for none. */
  current() {
    const place = this.text.selected();
    if (!place) return [-1, -1];
    const at = (word, unitAt) => this.text.point({ line: word.line, unit: unitAt });
    const inside = this.words.map((word, number) => [word, number])
      .filter(([word]) => at(word, word.to) > place.start && at(word, word.from) < place.end).map(([, number]) => number);
    return inside.length ? [inside[0], inside.at(-1)] : [-1, -1];
  }

  mark(first, last) {
    const end = this.words.length - 1;
    const [low, high] = [first, last].map((at) => Math.min(Math.max(at, 0), end));
    const [from, to] = [this.words[low], this.words[high]];
    this.text.select(this.text.point({ line: from.line, unit: from.from }), this.text.point({ line: to.line, unit: to.to }));
  }
}
