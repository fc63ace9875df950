/** Longitude and latitude in degrees (WGS 84), in this order. */
export type Position = readonly [longitude: number, latitude: number];

/** A closed line: its first position is also its last. */
export type Ring = readonly Position[];

/** An outline and the holes in it: the first ring is the outer one and runs counter-clockwise, the others clockwise. */
export type PolygonRings = readonly Ring[];

/** The one form in which Evenspan keeps outlines (RFC 7946 §3.1.7). */
export type MultiPolygon = Readonly<{ type: "MultiPolygon"; coordinates: readonly PolygonRings[] }>;

/**
 * Twice the area that a ring encloses, in square degrees of the flat map: positive where it runs counter-clockwise.
 * Measured from the ring's first position, so that small rings far from the origin keep their digits.
 *
 * @example
 * twiceSignedArea([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]) // => 2
 */
export function twiceSignedArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let at = 1; at < ring.length; at++) {
    const [x1, y1] = ring[at - 1]!;
    const [x2, y2] = ring[at]!;
    twice += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return twice;
}

/**
 * A polygon's rings, each running as RFC 7946 §3.1.6 asks: the outer one counter-clockwise, holes clockwise.
 * Rings that enclose nothing are dropped; without an outer ring nothing is left.
 *
 * @example
 * rewound([[[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]]) // => [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]
 */
export function rewound([outer, ...holes]: PolygonRings): PolygonRings {
  if (!outer || twiceSignedArea(outer) === 0) return [];
  const inner = holes.filter((ring) => twiceSignedArea(ring) !== 0);
  return [wound(outer, 1), ...inner.map((ring) => wound(ring, -1))];
}

const wound = (ring: Ring, sign: 1 | -1): Ring =>
  Math.sign(twiceSignedArea(ring)) === sign ? ring : [...ring].reverse();
