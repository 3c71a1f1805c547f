// The clinician's own files, counted.
import assert from "node:assert/strict";
import test from "node:test";
import { countOf, faultsOf } from "../../library/own.js";

test("her exercises are counted, those in place of the kit's apart", () => {
  assert.equal(countOf({ own: 2, overridden: 1 }), "2 of my own, 1 of the kit's changed by me.");
  assert.equal(countOf({ own: 0, overridden: 1 }), "1 of the kit's changed by me.");
  assert.equal(
    countOf({ own: 0, overridden: 0 }),
    "None yet. Start from an exercise of the kit, or from a blank form.",
  );
});

test("faults and files are counted apart, one of each in the singular", () => {
  const fault = { field: "steps", what: "", mend: "" };
  assert.equal(faultsOf([{ faults: [fault] }]), "1 fault in 1 file of mine");
  assert.equal(faultsOf([{ faults: [fault, fault] }]), "2 faults in 1 file of mine");
  assert.equal(faultsOf([{ faults: [fault, fault] }, { faults: [fault] }]), "3 faults in 2 files of mine");
});
