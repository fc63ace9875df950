#!/usr/bin/env -S node --import tsx
import { program } from "./program.ts";

// A reader that has seen enough (`| head`) closes the pipe: there is nobody left to tell, and nothing went wrong.
process.stdout.on("error", (fault: NodeJS.ErrnoException) => {
  if (fault.code !== "EPIPE") throw fault;
  process.exit();
});

await program.parseAsync();
