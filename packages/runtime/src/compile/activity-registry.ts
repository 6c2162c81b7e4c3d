import { platformCompilers } from "../execute/platform-compilers.ts";
import type { ActivityExecutor } from "../ports/connector.ts";
import type { ActivityCompiler, ActivityCompilers, ActivityFields } from "./activity-compiler.ts";
import { connectorCompiler } from "./connector-activity.ts";
import { type Op, toOp } from "./op.ts";

/** The compilers of the platform's activities and of those that connectors execute. */
export class ActivityRegistry implements ActivityCompilers {
  readonly #compilers: ReadonlyMap<string, ActivityCompiler>;

  constructor(executors: readonly ActivityExecutor[]) {
    this.#compilers = new Map<string, ActivityCompiler>([
      ...Object.entries(platformCompilers),
      ...executors.map((executor) => [executor.kind, connectorCompiler(executor)] as const),
    ]);
  }

  compile(activity: ActivityFields): Op {
    const { kind } = activity.element;
    const compiler = this.#compilers.get(kind);
    if (!compiler)
      throw new Error(`Nothing executes the activity ${kind}: its connector has no executor for it.`);
    return toOp(compiler(activity));
  }
}
