"""How the resources of a bundle are named: stable ids, references, and the kit's own urns.

An id is made of what it names, so that a second export of the same plan updates the first one.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from kit.plan.plan import Plan

Json = dict[str, Any]
IDS = uuid.UUID("2c7a4e90-5b13-5d6f-9a88-1e0d3f5b7c46")  # of this kit; another one would double every record
URN = "urn:homestretch"


def resource_id(*names: object) -> str:
    """A UUID made of `names`, such as a plan, its version and an item."""
    return str(uuid.uuid5(IDS, "/".join(map(str, names))))


def url_of(one_id: str) -> str:
    return f"urn:uuid:{one_id}"


def reference(one_id: str) -> Json:
    return {"reference": url_of(one_id)}


def identifier(kind: str, value: str) -> Json:
    """The kit's own identifier of a `kind` of thing."""
    return {"system": f"{URN}:{kind}", "value": value}


def own_coding(kind: str, code: str, display: str) -> Json:
    """A code of the kit's own for a `kind` of thing."""
    return {"system": f"{URN}:{kind}", "code": code, "display": display}


def extension(name: str, parts: Mapping[str, Json | Sequence[Json]]) -> Json:
    """An extension of the kit's own; `parts` are its values by name, each such as {"valueInteger": 2}, or several."""
    every = [
        {"url": part, **value}
        for part, values in parts.items()
        for value in ([values] if isinstance(values, dict) else values)
    ]
    return {"url": f"{URN}:{name}", "extension": every}


def plan_name(plan: Plan) -> str:
    """The version as other systems are told to call it."""
    return f"{plan.code}/{plan.version}"


def patient_id(plan: Plan) -> str:
    return resource_id("patient", plan.patient_code)


def care_plan_id(plan: Plan) -> str:
    return resource_id("plan", plan.code, plan.version)


def request_id(plan: Plan, item_id: str) -> str:
    return resource_id("item", plan.code, plan.version, item_id)
