export * from "./organisations";
export * from "./learning";
export * from "./workshops";
export * from "./plans";
export * from "./skills";
