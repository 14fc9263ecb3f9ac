// What a person at the terminal wants to know. Standard output is the log's alone.

/**
 * @param {import("./server").RunningServer} running
 */
export function sayWhere({ origin, demonstration }) {
  const lines = [`KAMpus is at ${origin}`];
  if (demonstration) {
    lines.push(
      "",
      `It holds the demonstration. Sign in with the password ${demonstration.password} as`,
      ...demonstration.emails.map((email) => `  ${email}`),
    );
  }
  console.error(`\n${lines.join("\n")}\n`);
}
