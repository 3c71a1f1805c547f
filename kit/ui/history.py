"""The plans that a clinician can step back to, and forward again."""

from __future__ import annotations

from kit.plan.plan import Plan

_DEPTH = 200


class History:
    """One line of plans; None stands for the empty page."""

    def __init__(self) -> None:
        self.plan: Plan | None = None
        self._back: list[Plan | None] = []
        self._forward: list[Plan | None] = []
        self._topic: object = None

    def put(self, plan: Plan | None, topic: object = None) -> None:
        """Go on with `plan`. Changes of one `topic` in a row, such as digits typed into a field, are one step."""
        if plan == self.plan:
            return
        if topic is None or topic != self._topic:
            self._back = [*self._back, self.plan][-_DEPTH:]
        self._forward.clear()
        self.plan, self._topic = plan, topic

    def settle(self, plan: Plan) -> None:
        """Start again from `plan`: what came before is no place to step back to."""
        self._back, self._forward = [], []
        self.plan, self._topic = plan, None

    def undo(self) -> None:
        if self._back:
            self._forward.append(self.plan)
            self.plan, self._topic = self._back.pop(), None

    def redo(self) -> None:
        if self._forward:
            self._back.append(self.plan)
            self.plan, self._topic = self._forward.pop(), None

    @property
    def can_undo(self) -> bool:
        return bool(self._back)

    @property
    def can_redo(self) -> bool:
        return bool(self._forward)
