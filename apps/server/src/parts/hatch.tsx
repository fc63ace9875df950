/** What a withheld shape is filled with. */
export const hatched = "url(#hatch)";

/** Stripes for what is withheld: once on every page, drawn nowhere by itself. */
export function Hatch() {
  return (
    <svg className="defs" width="0" height="0" aria-hidden="true">
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V6" />
      </pattern>
    </svg>
  );
}
