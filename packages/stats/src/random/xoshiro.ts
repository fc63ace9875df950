import { floor } from "../maths.ts";
import { requireThat } from "../misuse.ts";

/**
 * The generator xoshiro128** of Blackman & Vigna (ACM Trans Math Softw 2021;47:36): 128 bits of state, a period of
 * 2^128 − 1, the same numbers for the same seed on every machine.
 */
export class Xoshiro {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** From four words of state, not all zero. */
  constructor(a: number, b: number, c: number, d: number) {
    this.#a = a | 0;
    this.#b = b | 0;
    this.#c = c | 0;
    this.#d = d | 0;
  }

  /**
   * From one number, spread over the state by SplitMix32, so that neighbouring seeds give unrelated streams. Throws
   * RangeError for one that is not whole, or beyond what a number holds exactly.
   */
  static seeded(seed: number): Xoshiro {
    requireThat(Number.isSafeInteger(seed) && seed >= 0, "A seed is a whole number from 0 to 2^53 − 1", seed);
    let state = (seed ^ floor(seed / 2 ** 32)) | 0;
    const next = () => {
      state = (state + 0x9e3779b9) | 0;
      let z = state;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      return z ^ (z >>> 16);
    };
    return new Xoshiro(next(), next(), next(), next());
  }

  /** 32 random bits, as a whole number from 0 to 2^32 − 1. */
  word(): number {
    const product = Math.imul(this.#b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result >>> 0;
  }

  /** A number strictly between 0 and 1, in steps of 2^-53. */
  uniform(): number {
    const high = this.word() >>> 5;
    const low = this.word() >>> 6;
    return (high * 67108864 + low + 0.5) / 9007199254740992;
  }
}
