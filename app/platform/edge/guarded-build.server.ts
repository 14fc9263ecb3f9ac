import type {
  ActionFunctionArgs,
  LoaderFunctionArgs,
  ServerBuild,
} from "@remix-run/node";
import { isDatabaseAway } from "#db/client.server";
import { log } from "../log.server";

type RouteModule = ServerBuild["routes"][string]["module"];
type Called = LoaderFunctionArgs | ActionFunctionArgs;

const guarded = new WeakMap<ServerBuild, ServerBuild>();

/**
 * The same routes, whose loaders and actions turn what they didn't expect into an answer: 503 when
 * the database is away, 500 with the request's id for a bug. The error itself goes to the log.
 */
export function guardRoutes(build: ServerBuild): ServerBuild {
  let result = guarded.get(build);
  if (!result) {
    const routes = Object.entries(build.routes).map(([id, route]) => [
      id,
      { ...route, module: guardModule(id, route.module) },
    ]);
    result = { ...build, routes: Object.fromEntries(routes) };
    guarded.set(build, result);
  }
  return result;
}

function guardModule(routeId: string, module: RouteModule): RouteModule {
  const { loader, action } = module;
  return {
    ...module,
    ...(loader ? { loader: guardCall(routeId, loader) } : {}),
    ...(action ? { action: guardCall(routeId, action) } : {}),
  };
}

function guardCall<Arguments extends Called, Answer>(
  routeId: string,
  call: (args: Arguments) => Promise<Answer> | Answer,
): (args: Arguments) => Promise<Answer> {
  return async (args) => {
    try {
      return await call(args);
    } catch (error) {
      // Responses and data() are the route's own answers; an aborted request has nobody to answer.
      if (!(error instanceof Error) || args.request.signal.aborted) throw error;
      throw problemResponse(error, args.context.requestId, routeId);
    }
  };
}

function problemResponse(
  error: Error,
  requestId: string,
  routeId: string,
): Response {
  if (isDatabaseAway(error)) {
    log().warn({ requestId, routeId, error }, "the database is away");
    return Response.json(
      { reason: "database-away" },
      { status: 503, headers: { "Retry-After": "2" } },
    );
  }
  log().error({ requestId, routeId, error }, "a bug");
  return Response.json({ reason: "bug", requestId }, { status: 500 });
}
