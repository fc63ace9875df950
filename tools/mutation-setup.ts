import fc from "fast-check";

/** The same examples for every mutant, so that its fate can be repeated; the smallest counterexample is not sought. */
fc.configureGlobal({ seed: 20_261_124, endOnFailure: true });
