import type { StepTexts, TemplateTexts } from "~/domain/workshops/template";

/** What a participant reads of the template, in their own language. */
export type RoomTexts = Pick<TemplateTexts, "criteria" | "stages" | "tiers"> & {
  steps: Readonly<
    Record<string, Pick<StepTexts, "title" | "purpose" | "instruction">>
  >;
};
