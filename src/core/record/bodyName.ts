/** Words of which the names of bodies are made, and signs that no person's name has. */
const latinBody =
  /[&\d@]|^the\s|\b(?:universit|institut|consorti|collaborati|council|committee|associati|societ|foundation|department|division|ministr|cent(?:er|re)\b|laborator|librar|agency|organi[sz]ation|network|communit|editors\b|group\b|team\b|service\b|panel\b|observator|initiative\b|commission\b|museum\b|academy\b|hospital\b|inc\b|ltd\b|gmbh\b)/iu;
const japaneseBody =
  /(?:学会|協会|大学|学部|学科|研究所|研究会|研究室|研究部|委員会|会社|編集部|編集室|図書館|部会|財団|機構|連盟|組合|センター|グループ)$|[^\s]{2}[省庁局]$|^(?:株式会社|有限会社|一般|公益|独立行政法人|国立)/u;

/** Tells whether a name that nobody divided looks like that of a body rather than of a person. */
export function isBodyName(name: string): boolean {
  return latinBody.test(name) || japaneseBody.test(name);
}
