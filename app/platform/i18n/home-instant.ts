import { homeTimeZone } from "./formats";

/**
 * The instant at which the clock at home shows that day and time. Around the change to summer time it
 * is the one that the clock of an hour earlier leads to.
 *
 * @param day `YYYY-MM-DD`
 * @param time `HH:MM`
 */
export function homeInstant(day: string, time: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const first = asUtc - offsetMs(asUtc);
  return new Date(asUtc - offsetMs(first));
}

/** How far the clock at home is ahead of UTC at that instant. */
function offsetMs(instant: number): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: homeTimeZone,
    timeZoneName: "longOffset",
  }).formatToParts(instant);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes] =
    /^GMT([+-])(\d{2}):(\d{2})$/.exec(name) ?? [];
  if (sign === undefined) return 0;
  return (
    (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  );
}
