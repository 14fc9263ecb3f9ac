import { Form, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AuthShell } from "~/ui/auth-shell";
import { Banner } from "~/ui/banner";
import type { IconName } from "~/ui/icons";
import { Menu } from "~/ui/menu";
import { PageShell } from "~/ui/page-shell";
import type { FrameViewer, Place } from "./load-frame.server";

const icons: Record<Place, IconName> = {
  learn: "book",
  workshops: "board",
  accounts: "plan",
  programme: "chart",
  team: "people",
  me: "skills",
  admin: "building",
};

/** Two buttons named in their own languages; a whole page load, since the sentences change everywhere. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/preferences" reloadDocument>
      <input type="hidden" name="to" value={pathname + search} />
      <div
        className="language-switch"
        role="group"
        aria-label={t("language.label")}
      >
        {(["et", "en"] as const).map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            className="language-choice"
            aria-pressed={i18n.language === locale}
          >
            {t(`language.${locale}`)}
          </button>
        ))}
      </div>
    </Form>
  );
}

function DemoNotice({ demonstration }: { demonstration: boolean }) {
  const { t } = useTranslation();
  return demonstration ? (
    <Banner tone="info" wide>
      {t("demoBanner")}
    </Banner>
  ) : null;
}

type FrameProps = {
  viewer: FrameViewer | null;
  demonstration: boolean;
  children: ReactNode;
};

/** Header, navigation and footer of the ordinary page. */
export function Frame({ viewer, demonstration, children }: FrameProps) {
  const { t } = useTranslation();
  return (
    <PageShell
      brand={{ name: t("brand"), to: "/" }}
      nav={(viewer?.places ?? []).map((place) => ({
        to: `/${place}`,
        label: t(`nav.${place}`),
        icon: icons[place],
      }))}
      labels={{
        skip: t("skipToContent"),
        nav: t("nav.label"),
        menu: t("nav.open"),
      }}
      organisation={viewer && <OrganisationSwitch viewer={viewer} />}
      language={<LanguageSwitch />}
      person={viewer && <PersonMenu viewer={viewer} />}
      notice={<DemoNotice demonstration={demonstration} />}
      footer={t("footer")}
    >
      {children}
    </PageShell>
  );
}

function OrganisationSwitch({ viewer }: { viewer: FrameViewer }) {
  const { t } = useTranslation();
  const { organisation, organisations } = viewer;
  if (organisations.length < 2)
    return <span className="frame-organisation">{organisation.name}</span>;
  return (
    <Menu
      label={organisation.name}
      name={`${t("organisation.label")}: ${organisation.name}`}
    >
      <Form method="post" action="/preferences">
        {organisations.map(({ id, name }) => (
          <button
            key={id}
            type="submit"
            name="organisationId"
            value={id}
            className="menu-item"
            aria-current={id === organisation.id ? "true" : undefined}
          >
            {name}
          </button>
        ))}
      </Form>
    </Menu>
  );
}

function PersonMenu({ viewer }: { viewer: FrameViewer }) {
  const { t } = useTranslation();
  return (
    <Menu label={viewer.name} name={`${t("person.menu")}: ${viewer.name}`}>
      <p className="menu-note">{viewer.email}</p>
      <Form method="post" action="/sign-out" reloadDocument>
        <button type="submit" className="menu-item">
          {t("person.signOut")}
        </button>
      </Form>
    </Menu>
  );
}

type DoorProps = { demonstration: boolean; children: ReactNode };

/** The frame of everything before signing in. */
export function Door({ demonstration, children }: DoorProps) {
  const { t } = useTranslation("organisations");
  const { t: common } = useTranslation();
  return (
    <AuthShell
      brand={{ name: common("brand"), to: "/" }}
      claim={common("tagline")}
      points={[
        t("landing.learnTitle"),
        t("landing.workshopTitle"),
        t("landing.planTitle"),
      ]}
      labels={{ skip: common("skipToContent") }}
      language={<LanguageSwitch />}
      notice={<DemoNotice demonstration={demonstration} />}
      footer={common("footer")}
    >
      {children}
    </AuthShell>
  );
}
