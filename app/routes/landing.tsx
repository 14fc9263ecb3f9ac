import { useTranslation } from "react-i18next";

export default function Landing() {
  const { t } = useTranslation();
  return (
    <main>
      <h1>{t("brand")}</h1>
      <p>{t("tagline")}</p>
    </main>
  );
}
