import type { RouteConfig } from "@remix-run/route-config";
import { index, route } from "@remix-run/route-config";

/** Every address of the product. */
export default [
  index("routes/landing.tsx"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
