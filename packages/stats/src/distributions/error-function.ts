import { sqrt } from "../maths.ts";
import { polynomial } from "./polynomial.ts";

// Rational minimax approximations of W. J. Cody, Mathematics of Computation 1969;23:631-637, good to 6e-19 relative.
const nearTop = [0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694];
const nearBottom = [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171];
const middleTop = [
  2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769,
  1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
];
const middleBottom = [
  1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
  4362.619090143247, 3439.3676741437216, 1230.3393548037495,
];
const farTop = [
  0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275,
  0.0006587491615298378,
];
const farBottom = [
  1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918,
];
const reciprocalRootPi = 0.5641895835477563;

/** erfc(√square), or erfc(−√square) when `negative`, where exp(−square) is known already and need not be lost again. */
export function errorTailOfSquare(square: number, exponential: number, negative: boolean): number {
  const size = sqrt(square);
  if (size <= 0.46875) {
    const central = (size * polynomial(square, nearTop)) / polynomial(square, nearBottom);
    return negative ? 1 + central : 1 - central;
  }
  const tail = exponential * scaledTail(size);
  return negative ? 2 - tail : tail;
}

function scaledTail(size: number): number {
  if (size <= 4) return polynomial(size, middleTop) / polynomial(size, middleBottom);
  const inverse = 1 / (size * size);
  return (reciprocalRootPi - (inverse * polynomial(inverse, farTop)) / polynomial(inverse, farBottom)) / size;
}
