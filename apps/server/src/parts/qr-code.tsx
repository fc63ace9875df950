import { encode } from "uqr";

/** A text as a square that a camera reads: dark on light in every color scheme, with the still margin that readers need. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: 4 });
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} />
      <path d={data.flatMap(darkRuns).join("")} />
    </svg>
  );
}

/** The dark squares of a row, neighbours drawn as one. */
function darkRuns(row: readonly boolean[], y: number): string[] {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x++;
    runs.push(`M${from} ${y}h${x + 1 - from}v1H${from}z`);
  }
  return runs;
}
