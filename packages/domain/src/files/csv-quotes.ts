/**
 * Where the last whole record of a text ends: after a line's end that does not stand within quotation marks. 0 where
 * there is none. In CSV a record is whole where its quotation marks are even, a doubled mark within a cell being two.
 *
 * @example
 * wholeRecordsEnd('a,b\n"x\ny') // => 4
 * @example
 * wholeRecordsEnd('"x\ny","z') // => 0
 */
export function wholeRecordsEnd(text: string): number {
  let end = text.endsWith("\n") ? text.length : text.lastIndexOf("\n") + 1;
  let marks = marksIn(text, end);
  while (marks % 2 === 1) {
    const lastMark = text.lastIndexOf('"', end - 1);
    const before = lastMark > 0 ? text.lastIndexOf("\n", lastMark - 1) + 1 : 0;
    marks -= marksIn(text.slice(before, end), end - before);
    end = before;
  }
  return end;
}

function marksIn(text: string, end: number): number {
  let marks = 0;
  for (let at = text.indexOf('"'); at >= 0 && at < end; at = text.indexOf('"', at + 1)) marks++;
  return marks;
}

/**
 * The cell of a text that opens with a quotation mark and does not close as it should: on which line of the text (the
 * first is 0) it opens, and in which cell of its record (the first is 0). Null where all is well.
 *
 * @example
 * badlyQuotedCell('1,"a"\n2,"b\n3,c\n', ",") // => { line: 1, cell: 1 }
 * @example
 * badlyQuotedCell('1,"a"x\n', ",") // => { line: 0, cell: 1 }
 */
export function badlyQuotedCell(text: string, delimiter: string): { line: number; cell: number } | null {
  let line = 0;
  let cell = 0;
  for (let at = 0; at < text.length; ) {
    if (text[at] === '"') {
      const opened = { line, cell };
      for (at++; at < text.length && !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (text[at] === "\n") line++;
        if (text[at] === '"') at++;
      }
      if (at >= text.length || !closesCell(text, at + 1, delimiter)) return opened;
      at++;
    } else {
      while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== '"') at++;
      if (text[at] === '"') return { line, cell };
    }
    if (text[at] === "\n") {
      line++;
      cell = 0;
    } else if (text[at] === delimiter) cell++;
    if (text[at] === "\r" && text[at + 1] === "\n") continue;
    at++;
  }
  return null;
}

const closesCell = (text: string, at: number, delimiter: string): boolean =>
  at >= text.length || text[at] === delimiter || text[at] === "\n" || text.startsWith("\r\n", at);
