"""The plans of the store that rows of a diary can belong to, and whose rows are not taken."""

from __future__ import annotations

from sqlalchemy import or_, select

from kit.errors import ContentError, Fault, quoted
from kit.plan.plan import Plan
from kit.store.database import Database
from kit.store.drafts import Drafts
from kit.store.tables import patients, plans
from kit.store.versions import Versions


class DiaryPlans:
    """Looks plans up for a diary: of the patient with this label where one is given.

    Raises `ContentError` where nobody has that label.
    """

    def __init__(self, database: Database, patient: str | None) -> None:
        self._database, self._patient = database, patient
        self._drafts, self._versions = Drafts(database), Versions(database)
        self._his: set[str] = set()
        if patient is not None:
            with database.read() as connection:
                asked = select(patients.c.code).where(patients.c.label == patient)
                self._his = set(connection.execute(asked).scalars())
            if not self._his:
                what = f"nobody in this store has the label {quoted(patient)}."
                raise ContentError(Fault("patient", what, "Write the label as it stands in the plan."))

    def find(self, name: str) -> list[Plan]:
        """All versions, drafts too, of the plans with this code or label; of the patient's alone where he has one."""
        asked = select(plans.c.code, plans.c.patient_code).where(or_(plans.c.code == name, plans.c.label == name))
        with self._database.read() as connection:
            found = connection.execute(asked.order_by(plans.c.code)).all()
        his = [row for row in found if row.patient_code in self._his]
        known = []
        for row in his or found:
            draft = self._drafts.held(row.code)
            known += [*self._versions.all(row.code), *([draft.plan] if draft else [])]
        return known

    def refuse(self, plan: Plan) -> str:
        """Why rows of this version are not taken; empty where they are."""
        name = f"version {plan.version} of plan {plan.plan_id}"
        if self._patient is not None and plan.patient_code not in self._his:
            whose = f"patient {plan.patient}" if plan.patient else "another patient"
            return f"{name} is for {whose}, not for {self._patient}. Bring it in for the right patient."
        if plan.is_draft:
            return f"{name} is a draft. Issue the plan, and import the file again."
        return ""
