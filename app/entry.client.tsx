import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { createTranslator } from "./platform/i18n/i18n";
import { PageFacts } from "./platform/page-facts";

const { lang, dataset } = document.documentElement;

/** One language's sentences only; another language is another page load. */
const catalogue = await (lang === "en"
  ? import("./platform/i18n/catalogue-en")
  : import("./platform/i18n/catalogue-et"));

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider
        i18n={createTranslator(lang === "en" ? "en" : "et", catalogue)}
      >
        <PageFacts.Provider
          value={{ nonce: "", requestId: dataset.request ?? "" }}
        >
          <RemixBrowser />
        </PageFacts.Provider>
      </I18nextProvider>
    </StrictMode>,
  );
});
