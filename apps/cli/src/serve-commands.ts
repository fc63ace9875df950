import { serve } from "@evenspan/server/serve";
import { seedDemonstration } from "../../../demo/seed.ts";
import { isRefusal, type Outcome } from "@evenspan/domain/kernel/refusal";
import { type Command, InvalidArgumentError } from "commander";
import { publishFirst } from "./publish-first.ts";
import { type GlobalOptions, openMigrated } from "./session.ts";
import { tell } from "./tell.ts";
import type { OpenDatabase } from "@evenspan/database/pools";
