import { createContext, useContext } from "react";

/** What the page knows of the request that it answers. */
type Facts = {
  /** For scripts; browsers hide it from the page, so it is empty there. */
  nonce: string;
  requestId: string;
};

export const PageFacts = createContext<Facts>({ nonce: "", requestId: "" });

export function usePageFacts(): Facts {
  return useContext(PageFacts);
}
