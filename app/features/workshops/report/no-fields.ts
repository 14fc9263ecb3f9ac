import { z } from "zod";

/** A button alone: whatever else comes with it is refused. */
export const noFields = z.strictObject({});
