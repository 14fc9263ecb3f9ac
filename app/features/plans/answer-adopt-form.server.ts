import { data } from "@remix-run/node";
import { readForm } from "~/platform/forms.server";
import { type Member, notFound } from "~/platform/guard.server";
import { type AdoptForm, adoptOutputs } from "./adopt-output.server";
import { notTheirs } from "./answer-plan-form.server";
import { acceptTarget, proposalForm, typedForm } from "./plan-form";

/** Answers the forms of a plan's proposals; 409 when the plan changed under an accepted one. */
export async function answerAdoptForm(
  member: Member,
  planId: string,
  request: Request,
) {
  const form = await readForm(request, typedForm);
  if (!form.ok)
    return { ...form.answer, data: { ...form.answer.data, proposalId: null } };
  const typed = form.value;
  const read = readAdoptForm(typed);
  if (!read) return refused({ form: "field-unknown" }, typed);

  const answer = await adoptOutputs(member, planId, read);
  if (answer.ok) {
    const { accepted, rejected, left } = answer;
    return data({ decided: { accepted, rejected, left } });
  }
  switch (answer.reason) {
    case "plan-unknown":
    case "proposal-unknown":
      throw notFound();
    case "not-yours":
    case "not-the-plans-owner":
      throw notTheirs();
    case "form":
      return refused(answer.problems, typed);
    case "comment-missing":
      return refused({ comment: "comment-missing" }, typed);
    case "changed-meanwhile": {
      const { proposalId, conflicts } = answer;
      return data({ conflict: { proposalId, conflicts } }, { status: 409 });
    }
    case "already-decided":
      return data({ refusal: answer.reason }, { status: 409 });
    case "fields-not-usable":
      return data({ refusal: answer.reason }, { status: 422 });
  }
}

function readAdoptForm(
  typed: Readonly<Record<string, string>>,
): AdoptForm | null {
  const { intent, base, proposal, ...fields } = typed;
  if (intent === "accept") {
    const read = acceptTarget.safeParse({ intent, base, proposal });
    return read.success
      ? {
          intent: "accept",
          base: read.data.base,
          proposalId: read.data.proposal,
          typed: fields,
        }
      : null;
  }
  const read = proposalForm.safeParse(typed);
  if (!read.success) return null;
  return read.data.intent === "reject"
    ? {
        intent: "reject",
        base: read.data.base,
        proposalId: read.data.proposal,
        comment: read.data.comment,
      }
    : { intent: "accept-all", base: read.data.base };
}

function refused(
  problems: Record<string, string>,
  typed: Readonly<Record<string, string>>,
) {
  return data(
    { proposalId: typed["proposal"] ?? null, problems, typed: { ...typed } },
    { status: 422 },
  );
}
