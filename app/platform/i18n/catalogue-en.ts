export { default as common } from "../../../content/interface/en/common.json";
export { default as learning } from "../../../content/interface/en/learning.json";
export { default as workshops } from "../../../content/interface/en/workshops.json";
export { default as plans } from "../../../content/interface/en/plans.json";
export { default as skills } from "../../../content/interface/en/skills.json";
export { default as organisations } from "../../../content/interface/en/organisations.json";
