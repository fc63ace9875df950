/**
 * The cells of one tab-separated line. A cell may stand in quotation marks, within which a mark is written twice.
 * Null where a mark is not closed: these exports have no cell of several lines.
 *
 * @example
 * splitTabs('\t"85+ years"\t12') // => ["", "85+ years", "12"]
 * @example
 * splitTabs('"Age ""Not Stated"""') // => ['Age "Not Stated"']
 * @example
 * splitTabs('"open\t1') // => null
 */
export function splitTabs(line: string): string[] | null {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = line[at] === '"';
    const cell = quoted ? /^"((?:[^"]|"")*)"(?=\t|$)/.exec(line.slice(at)) : /^[^\t]*/.exec(line.slice(at));
    if (!cell) return null;
    cells.push(quoted ? cell[1]!.replaceAll('""', '"') : cell[0]);
    at += cell[0].length;
    if (at >= line.length) return cells;
    at++;
  }
}
