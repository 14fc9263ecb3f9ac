import { data, redirect } from "@remix-run/node";
import type { SkillLevel } from "~/domain/skills/evidence";
import { readForm, refusedForm } from "~/platform/forms.server";
import { type Member, notFound } from "~/platform/guard.server";
import { reviewForm, typedForm } from "./plan-form";
import { reviewPlanWork } from "./review-plan-work.server";
import { savePlan } from "./save-plan.server";

/**
 * Answers the forms of a plan's page: back to the page after a save, 422 with what is wrong, 409
 * with both texts when somebody else changed the same.
 *
 * @param page the plan's own address.
 */
export async function answerPlanForm(
  member: Member,
  planId: string,
  request: Request,
  page: string,
) {
  const form = await readForm(request, typedForm);
  if (!form.ok) return form.answer;
  const typed = form.value;
  if (typed["intent"] === "review") return answerReview(member, planId, typed);

  const answer = await savePlan(member, planId, typed);
  if (answer.ok) {
    const merged = answer.merged ? "&merged=1" : "";
    const at = answer.entryId === planId ? "" : `#${answer.entryId}`;
    return redirect(`${page}?saved=${answer.version}${merged}${at}`);
  }
  switch (answer.reason) {
    case "plan-unknown":
      throw notFound();
    case "not-yours":
      throw notTheirs();
    case "form":
      return refusedForm(answer.problems, typed);
    case "changed-meanwhile":
      return data({ conflict: answer.conflict }, { status: 409 });
  }
}

async function answerReview(
  member: Member,
  planId: string,
  typed: Readonly<Record<string, string>>,
) {
  const read = reviewForm.safeParse(typed);
  if (!read.success) return refusedForm({ form: "field-unknown" }, typed);
  const { section, level, rating } = read.data;
  const outcome = await reviewPlanWork(member, planId, {
    section,
    level: level as SkillLevel,
    rating,
  });
  if (outcome.ok || outcome.reason === "already")
    return data({ reviewed: true as const });
  if (outcome.reason === "plan-unknown") throw notFound();
  if (outcome.reason === "not-their-manager") throw notTheirs();
  return refusedForm({ form: "field-unknown" }, typed);
}

/** 403: the plan may be read, and only its owner or a manager does this. */
export function notTheirs(): Response {
  return Response.json(
    { reason: "role", needed: ["manager"] },
    { status: 403 },
  );
}
