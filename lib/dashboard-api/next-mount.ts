import { type Environment, isEnvironment } from "@/lib/domain/environment";

type Door = { fetch(request: Request): Response | Promise<Response> };
type Context = { params: Promise<{ environment: string }> };

/** Hands a request of a Next route to the environment's app. Another word than an environment is no such endpoint of either. */
export function answerThrough(doors: () => Record<Environment, Door>) {
  return async (request: Request, context: Context): Promise<Response> => {
    const { environment } = await context.params;
    // The sandbox's app knows no path of a third environment, so its own refusal is the right one.
    return doors()[isEnvironment(environment) ? environment : "sandbox"].fetch(request);
  };
}
