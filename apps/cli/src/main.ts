#!/usr/bin/env -S node --import tsx
import { program } from "./program.ts";

await program.parseAsync();
