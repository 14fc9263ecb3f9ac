import { useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { LessonBlock } from "./lesson-blocks.server";
import type { LessonMessage } from "./lesson-form";

type Problem =
  keyof (typeof import("../../../content/interface/en/learning.json"))["problem"];

export type WorkAnswer =
  { ok: true; block: LessonBlock } | { ok: false; reason: string };

/** Sends one block's work to the lesson's action; the answer is the block as the server has it now. */
export function useBlock<View extends LessonBlock["view"]>(
  loaded: LessonBlock,
) {
  const { data, submit, state } = useFetcher<WorkAnswer>({
    key: `block ${loaded.block.id}`,
  });
  const { t, i18n } = useTranslation("learning");
  const current = data?.ok ? data.block : loaded;
  const reason = data && !data.ok ? data.reason : null;
  return {
    view: current.view as View,
    done: current.done,
    busy: state !== "idle",
    problem:
      reason === null
        ? null
        : t(
            `problem.${(i18n.exists(`problem.${reason}`, { ns: "learning" }) ? reason : "value-invalid") as Problem}`,
          ),
    reason,
    send: (message: LessonMessage) =>
      submit(message, { method: "post", encType: "application/json" }),
  };
}
