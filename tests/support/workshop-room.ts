import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { promisify } from "node:util";
import type { ClientCommand } from "~/domain/workshops/messages";
import type { WorkshopView } from "~/domain/workshops/types";

/** Somebody in a room, by HTTP alone: what they may ask, and what the server answers. */
export class RoomClient {
  constructor(
    readonly origin: string,
    readonly workshopId: string,
    readonly cookie: string,
  ) {}

  private headers(): Record<string, string> {
    return { Cookie: this.cookie, "Sec-Fetch-Site": "same-origin" };
  }

  /** The command as it would go out, with an operation id of its own. */
  prepare(asked: Asked): ClientCommand {
    return {
      opId: randomUUID(),
      workshopId: this.workshopId,
      stepId: null,
      baseSeq: 0,
      ...asked,
    } as ClientCommand;
  }

  async post(command: unknown): Promise<{ status: number; body: Body }> {
    const answer = await fetch(
      `${this.origin}/workshops/${this.workshopId}/command`,
      {
        method: "POST",
        headers: { ...this.headers(), "Content-Type": "application/json" },
        body: JSON.stringify(command),
      },
    );
    return { status: answer.status, body: (await answer.json()) as Body };
  }

  ask(asked: Asked): Promise<{ status: number; body: Body }> {
    return this.post(this.prepare(asked));
  }

  /** A command that has to be accepted. */
  async must(asked: Asked): Promise<number> {
    const { status, body } = await this.ask(asked);
    if (status !== 200 || body.seq === undefined)
      throw new Error(`${asked.type}: ${status} ${JSON.stringify(body)}`);
    return body.seq;
  }

  /** The bytes of a page or of its data, as this person gets them. */
  async read(path: string): Promise<{ status: number; text: string }> {
    const answer = await fetch(this.origin + path, {
      headers: this.headers(),
      redirect: "manual",
    });
    return { status: answer.status, text: await answer.text() };
  }

  /** The person's own view, as a newly opened stream brings it. */
  async view(): Promise<WorkshopView> {
    const stream = await this.listen();
    try {
      await stream.until((text) => text.includes('"type":"snapshot"'));
      const line = stream
        .text()
        .split("\n")
        .find((one) => one.includes('"type":"snapshot"'));
      const { events } = JSON.parse((line ?? "").slice("data: ".length)) as {
        events: Array<{ view: WorkshopView }>;
      };
      const [first] = events;
      if (!first) throw new Error("The stream brought no view.");
      return first.view;
    } finally {
      stream.close();
    }
  }

  /** Opens the stream and keeps every byte of it. */
  async listen(query = "") {
    const ending = new AbortController();
    const answer = await fetch(
      `${this.origin}/workshops/${this.workshopId}/live${query}`,
      { headers: this.headers(), signal: ending.signal },
    );
    let heard = "";
    void (async () => {
      const reader = answer.body?.getReader();
      const decoder = new TextDecoder();
      try {
        for (;;) {
          const chunk = await reader?.read();
          if (!chunk || chunk.done) return;
          heard += decoder.decode(chunk.value, { stream: true });
        }
      } catch {
        // Closed by the test, or by the server.
      }
    })();
    return {
      status: answer.status,
      text: () => heard,
      close: () => ending.abort(),
      async until(seen: (text: string) => boolean, limitMs = 10_000) {
        const end = Date.now() + limitMs;
        while (!seen(heard)) {
          if (Date.now() > end)
            throw new Error(`The stream did not bring it:\n${heard}`);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      },
    };
  }
}

type Body = {
  status?: string;
  reason?: string;
  seq?: number;
  opId?: string;
  path?: string;
};
export type Asked = Pick<ClientCommand, "type" | "payload"> & {
  stepId?: string | null;
  opId?: string;
};

const formHeaders = {
  "Content-Type": "application/x-www-form-urlencoded",
  "Sec-Fetch-Site": "same-origin",
};

/** Joins by the code, as the form does. @returns the guest with their cookie, or the refusal's status and page. */
export async function joinRoom(
  origin: string,
  code: string,
  fields: { name?: string; unit?: string } = {},
  cookie = "",
): Promise<{ guest: RoomClient | null; status: number; text: string }> {
  const answer = await fetch(`${origin}/join/${code}`, {
    method: "POST",
    headers: { ...formHeaders, Cookie: cookie },
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
  const [, workshopId] =
    /\/workshops\/([0-9a-f-]{36})$/.exec(
      answer.headers.get("Location") ?? "",
    ) ?? [];
  const seat = answer.headers
    .getSetCookie()
    .find((one) => one.includes("kampus-seat="));
  return {
    guest: workshopId
      ? new RoomClient(origin, workshopId, seat?.split(";")[0] ?? cookie)
      : null,
    status: answer.status,
    text: await answer.text(),
  };
}

const run = promisify(execFile);

/**
 * A new workshop of the demonstration's consultant on the journeys' server, with its door open.
 *
 * @param origin of the server, whose data folder is the only one under test-results.
 */
export async function openDemonstrationRoom(
  origin: string,
): Promise<{ lead: RoomClient; joinCode: string }> {
  const folder = readdirSync("test-results").find((name) =>
    name.startsWith("data-"),
  );
  const { stdout } = await run(
    "node_modules/.bin/tsx",
    ["tests/support/prepare-workshop.ts"],
    {
      env: {
        ...process.env,
        ORIGIN: origin,
        DATA_DIR: `test-results/${folder ?? ""}`,
        LOG_LEVEL: "error",
      },
    },
  );
  const { workshopId, joinCode, cookie } = JSON.parse(
    stdout.trim().split("\n").at(-1) ?? "",
  ) as { workshopId: string; joinCode: string; cookie: string };
  const lead = new RoomClient(origin, workshopId, cookie);
  await lead.must({ type: "set-lobby", payload: { open: true } });
  return { lead, joinCode };
}
