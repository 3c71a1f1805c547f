// A date field. While a year is typed digit by digit the browser already tells days of the years 2, 20 and 202: those
// wait until the field is left.
import { h } from "./controls.js";

/** @import { Props } from "./controls.js" */

/**
 * Whether the year of a day may be half typed.
 * @param {string} day such as 2026-06-01
 */
export function halfTyped(day) {
  return day.startsWith("0");
}

/**
 * @param {(value: string, control: HTMLInputElement) => void} tell
 * @param {Props} [props]
 */
export function dayField(tell, props = {}) {
  let waits = false;
  const give = () => {
    waits = false;
    tell(control.value, control);
  };
  const changed = () => {
    waits = halfTyped(control.value) && control.matches(":focus");
    if (!waits) give();
  };
  const left = () => {
    if (waits) give();
  };
  const years = { max: "9999-12-31" }; // a year has four digits here
  const control = h("input", { type: "date", ...years, ...props, onchange: changed, onblur: left });
  return control;
}
