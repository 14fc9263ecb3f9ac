import type { Role } from "../../app/domain/organisations/permissions";
import type { Background } from "../queries/people.server";

/** All of them are made up, as is every figure of the demonstration. */
export type SeedPerson = {
  email: string;
  name: string;
  locale: "et" | "en";
  role: Role;
  background: Background | null;
};

const person = (
  email: string,
  name: string,
  role: Role,
  background: Background | null,
  locale: "et" | "en" = "et",
): SeedPerson => ({ email, name, role, background, locale });

export const nordwoodPeople: ReadonlyArray<SeedPerson> = [
  person("manager@nordwood.test", "Liina Tamm", "manager", "sales"),
  person("trainee@nordwood.test", "Kadri Lepik", "trainee", "sales"),
  person("trainee2@nordwood.test", "Marten Saar", "trainee", "technical"),
  person("aivar.rand@nordwood.test", "Aivar Rand", "trainee", "sales"),
  person("birgit.oja@nordwood.test", "Birgit Oja", "trainee", "operational"),
  person(
    "erik.nyman@nordwood.test",
    "Erik Nyman",
    "trainee",
    "technical",
    "en",
  ),
  person("heli.kuusk@nordwood.test", "Heli Kuusk", "trainee", "sales"),
  person("ott.vaher@nordwood.test", "Ott Vaher", "trainee", "operational"),
  person("maris.pold@nordwood.test", "Maris Põld", "trainee", "technical"),
  person("jonas.berg@nordwood.test", "Jonas Berg", "trainee", "sales", "en"),
  person("tiina.sepp@nordwood.test", "Tiina Sepp", "trainee", "operational"),
  person("rasmus.luik@nordwood.test", "Rasmus Luik", "trainee", "technical"),
  person("signe.mand@nordwood.test", "Signe Mänd", "trainee", "sales"),
];

export const baltmedPeople: ReadonlyArray<SeedPerson> = [
  person("manager@baltmed.test", "Inga Vītola", "manager", "sales", "en"),
  person(
    "trainee@baltmed.test",
    "Tomas Urbonas",
    "trainee",
    "operational",
    "en",
  ),
  person("agnese.liepa@baltmed.test", "Agnese Liepa", "trainee", "sales", "en"),
  person("karl.tali@baltmed.test", "Karl Tali", "trainee", "technical"),
];

export const consultancyPeople: ReadonlyArray<SeedPerson> = [
  person("admin@kampus.test", "Helen Mets", "administrator", null),
  person("consultant@kampus.test", "Priit Kask", "consultant", null),
];

export const demoPassword = "kampus-demo-2026";
