/** Tells what came from elsewhere, a message or a file, by its shape. */

export type Check = (value: unknown) => boolean;

/** What each member must be. */
export type Shape = Readonly<Record<string, Check>>;

/** Tells whether a value has members. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Returns a check that members are as they must be; others may be there too. */
export function shaped(shape: Shape): Check {
  return (value) => isObject(value) && Object.entries(shape).every(([name, isRight]) => isRight(value[name]));
}

/** Returns a check that a value is absent or right. */
export function optional(isRight: Check): Check {
  return (value) => value === undefined || isRight(value);
}

/** Returns a check that each value of a list is right. */
export function listOf(isRight: Check): Check {
  return (value) => Array.isArray(value) && value.every(isRight);
}

/** Returns a check that a value is one of some. */
export function oneOf(values: readonly unknown[]): Check {
  return (value) => values.includes(value);
}

export const isText: Check = (value) => typeof value === 'string';
export const isNumber: Check = (value) => typeof value === 'number';
export const isFlag: Check = (value) => typeof value === 'boolean';
export const isList: Check = (value) => Array.isArray(value);
export const isTexts = listOf(isText);
