"""The abuse that `make load` measures reaches every route, and can be sent."""

from __future__ import annotations

from kb.site.routes import ROUTES
from tests.load.abuse import attacks


def test_each_route_and_method_is_abused_while_the_waits_of_others_are_measured() -> None:
    listed = {(attack.method, attack.name) for attack in attacks()}
    assert {(method, route.pattern) for route in ROUTES for method in route.methods if method in ("GET", "POST")} <= listed
