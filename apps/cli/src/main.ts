#!/usr/bin/env -S node --import tsx
import { brokenMachine } from "./broken-machine.ts";
import { program } from "./program.ts";
import { tell } from "./tell.ts";

// A reader that has seen enough (`| head`) closes the pipe: there is nobody left to tell, and nothing went wrong.
process.stdout.on("error", (fault: NodeJS.ErrnoException) => {
  if (fault.code !== "EPIPE") throw fault;
  process.exit();
});

try {
  await program.parseAsync();
} catch (fault) {
  const refusal = brokenMachine(fault);
  if (!refusal) throw fault;
  tell(refusal, () => []);
}
